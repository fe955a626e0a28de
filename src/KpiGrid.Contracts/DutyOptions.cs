using System.ComponentModel.DataAnnotations;

namespace KpiGrid;

/// <summary>When reports are due; section <c>Duties</c>, alike on silos and front ends.</summary>
public sealed class DutyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Duties";

    /// <summary>Working days of grace after the end of a period.</summary>
    /// <value>10.</value>
    [Range(0, 250)]
    public int GraceDays { get; set; } = 10;

    /// <summary>How many days back periods without a report are looked for.</summary>
    /// <value>366.</value>
    [Range(1, 3_660)]
    public int LookBackDays { get; set; } = 366;
}
