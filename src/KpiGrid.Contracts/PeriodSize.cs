namespace KpiGrid;

/// <summary>How long a period is, by the calendar.</summary>
[GenerateSerializer, Alias("PeriodSize")]
public enum PeriodSize : byte
{
    /// <summary>One day, <c>2026-03-31</c>.</summary>
    Day = 0,

    /// <summary>An ISO week, Monday to Sunday, <c>2026-W14</c>.</summary>
    Week = 1,

    /// <summary>A month, <c>2026-03</c>.</summary>
    Month = 2,

    /// <summary>A quarter, <c>2026-Q1</c>.</summary>
    Quarter = 3,

    /// <summary>A half-year, <c>2026-S1</c>.</summary>
    Half = 4,

    /// <summary>A year, <c>2026</c>.</summary>
    Year = 5,

    /// <summary>Any other days, <c>2026-11-01/2026-12-10</c>.</summary>
    Range = 6,
}
