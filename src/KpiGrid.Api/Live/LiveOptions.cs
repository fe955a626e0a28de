using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Api.Live;

/// <summary>The limits and rhythm of live streams; section <c>Live</c>.</summary>
public sealed class LiveOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Live";

    /// <summary>The most viewers of one region in this process; one more is told to come again.</summary>
    /// <value>1,000.</value>
    [Range(1, 1_000_000)]
    public int ViewersMax { get; set; } = 1_000;

    /// <summary>The most KPIs in a stream.</summary>
    /// <value>20.</value>
    [Range(1, 1_000)]
    public int KpisMax { get; set; } = 20;

    /// <summary>How long nothing may be sent before a comment says that the stream still stands.</summary>
    /// <value>15 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:10:00")]
    public TimeSpan HeartbeatEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a region is asked to go on telling; a lost silo is noticed by it, no later.</summary>
    /// <value>2 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:01:00")]
    public TimeSpan RenewEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>When a viewer whose stream broke comes again.</summary>
    /// <value>1 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan ReconnectAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>When a viewer for whom there was no room may come again.</summary>
    /// <value>10 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(10);
}
