using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Api.Hosting;

/// <summary>The limits the HTTP API enforces; section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Api";

    /// <summary>The most bytes in a request's body.</summary>
    /// <value>16 MiB.</value>
    [Range(1_024, 1_073_741_824)]
    public int BodyBytesMax { get; set; } = 16 * 1_024 * 1_024;

    /// <summary>The most measurements or corrections in a request.</summary>
    /// <value>10,000.</value>
    [Range(1, 10_000)]
    public int MeasurementsMax { get; set; } = 10_000;

    /// <summary>The most members in a measurement of a distinct count.</summary>
    /// <value>10,000.</value>
    [Range(1, 10_000)]
    public int MembersMax { get; set; } = 10_000;

    /// <summary>The most characters in one member.</summary>
    /// <value>200.</value>
    [Range(1, 2_000)]
    public int MemberCharactersMax { get; set; } = 200;

    /// <summary>The most characters in a note or a reason.</summary>
    /// <value>2,000.</value>
    [Range(1, 20_000)]
    public int NoteCharactersMax { get; set; } = 2_000;

    /// <summary>The most characters in a link.</summary>
    /// <value>2,000.</value>
    [Range(1, 20_000)]
    public int LinkCharactersMax { get; set; } = 2_000;

    /// <summary>The most characters in a tag, an organisation or another short text.</summary>
    /// <value>200.</value>
    [Range(1, 2_000)]
    public int NameCharactersMax { get; set; } = 200;

    /// <summary>The most tags, links or pieces of evidence on a measurement.</summary>
    /// <value>50.</value>
    [Range(1, 1_000)]
    public int TagsMax { get; set; } = 50;

    /// <summary>The most errors listed in an answer.</summary>
    /// <value>100.</value>
    [Range(1, 1_000)]
    public int ErrorsListedMax { get; set; } = 100;

    /// <summary>The deepest nesting of JSON read.</summary>
    /// <value>32.</value>
    [Range(4, 64)]
    public int JsonDepthMax { get; set; } = 32;

    /// <summary>The items on a page when none are asked for.</summary>
    /// <value>100.</value>
    [Range(1, 10_000)]
    public int PageSize { get; set; } = 100;

    /// <summary>The most items on a page.</summary>
    /// <value>1,000.</value>
    [Range(1, 10_000)]
    public int PageSizeMax { get; set; } = 1_000;

    /// <summary>The most periods in an answer.</summary>
    /// <value>1,000.</value>
    [Range(1, 100_000)]
    public int PeriodsMax { get; set; } = 1_000;

    /// <summary>The most regions whose movement an impact receipt lists.</summary>
    /// <value>50.</value>
    [Range(0, 10_000)]
    public int ImpactRegionsMax { get; set; } = 50;

    /// <summary>The most periods of one KPI that an impact receipt lists.</summary>
    /// <value>20.</value>
    [Range(1, 1_000)]
    public int ImpactPeriodsMax { get; set; } = 20;

    /// <summary>The most pilots one explanation reads.</summary>
    /// <value>500.</value>
    [Range(1, 100_000)]
    public int ExplainPilotsMax { get; set; } = 500;

    /// <summary>When a refused caller may try again, where nothing better is known.</summary>
    /// <value>2 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>When a refused caller may try again, where somebody has to restore a backup first.</summary>
    /// <value>60 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryAfterDamage { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long readiness waits for the cluster.</summary>
    /// <value>2 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan ReadyTimeout { get; set; } = TimeSpan.FromSeconds(2);
}
