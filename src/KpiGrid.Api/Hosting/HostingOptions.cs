using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Api.Hosting;

/// <summary>How the server stands in its network; section <c>Hosting</c>.</summary>
public sealed class HostingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Hosting";

    /// <summary>
    /// The proxies in front, as addresses or networks such as <c>10.0.0.0/24</c>: only they are believed about where a
    /// request came from and whether it came over TLS.
    /// </summary>
    /// <value>None.</value>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>
    /// How long a process that is asked to stop goes on serving while <c>/health/ready</c> is red already: as long as a proxy
    /// in front needs to notice.
    /// </summary>
    /// <value>0 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DrainFor { get; set; }
}
