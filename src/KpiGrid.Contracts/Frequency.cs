namespace KpiGrid;

/// <summary>How often a value is expected.</summary>
/// <remarks>Zero is none of them, so that a missing one is noticed.</remarks>
[GenerateSerializer, Alias("Frequency")]
public enum Frequency : byte
{
    /// <summary>Every day.</summary>
    Day = 1,

    /// <summary>Every ISO week.</summary>
    Week = 2,

    /// <summary>Every month.</summary>
    Month = 3,

    /// <summary>Every quarter.</summary>
    Quarter = 4,

    /// <summary>Every half-year.</summary>
    Half = 5,

    /// <summary>Every year.</summary>
    Year = 6,

    /// <summary>When it happens.</summary>
    Event = 7,
}
