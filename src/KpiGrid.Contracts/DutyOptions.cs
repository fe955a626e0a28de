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

    /// <summary>How long after midnight pilots spread what they mark as late, each at a time of its own.</summary>
    /// <value>1 hour.</value>
    [Range(typeof(TimeSpan), "00:00:00", "12:00:00")]
    public TimeSpan MarkWithin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Pilots asked at once, at the start of a single process, for what fell due while it was down.</summary>
    /// <value>2.</value>
    [Range(1, 100)]
    public int AskedAtOnce { get; set; } = 2;
}
