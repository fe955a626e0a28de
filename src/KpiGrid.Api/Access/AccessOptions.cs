using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Api.Access;

/// <summary>Who is let in; section <c>Access</c>.</summary>
public sealed class AccessOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Access";

    /// <summary>Whether anybody may read the totals of published regions without a key.</summary>
    /// <value>false.</value>
    public bool Public { get; set; }

    /// <summary>How old what is known of a key may be: a revoked key opens nothing after this and the silos' sweep.</summary>
    /// <value>1 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:04")]
    public TimeSpan KeyAge { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a session of a person lasts.</summary>
    /// <value>12 hours.</value>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan SessionLasts { get; set; } = TimeSpan.FromHours(12);
}
