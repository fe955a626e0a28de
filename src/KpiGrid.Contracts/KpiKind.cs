namespace KpiGrid;

/// <summary>How the values of a KPI add up; fixed when the code is created.</summary>
/// <remarks>Zero is no kind, so that a missing one is noticed.</remarks>
[GenerateSerializer, Alias("KpiKind")]
public enum KpiKind : byte
{
    /// <summary>An amount; days add up.</summary>
    Flow = 1,

    /// <summary>A number of events; days add up.</summary>
    EventCount = 2,

    /// <summary>Numerator and denominator; each adds up, divided at the end.</summary>
    Ratio = 3,

    /// <summary>An amount that holds until the next one.</summary>
    Stock = 4,

    /// <summary>A value with a weight that holds until the next one; a weighted mean.</summary>
    Level = 5,

    /// <summary>A value of a short scale that holds until the next one; a distribution.</summary>
    Score = 6,

    /// <summary>A set of members; a union.</summary>
    Distinct = 7,
}
