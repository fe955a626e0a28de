using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Journal;

/// <summary>The bounds of what waits for the journal; section <c>Journal</c> of the configuration.</summary>
internal sealed class JournalOptions
{
    public const string Section = "Journal";

    /// <summary>Appends that may wait; one more is answered as busy.</summary>
    [Range(1, 1_000_000)]
    public int QueueRecordsMax { get; set; } = 20_000;

    /// <summary>A commit group is at most this many bytes of bodies, or one record.</summary>
    [Range(1, 64 * 1024 * 1024)]
    public int GroupBytesMax { get; set; } = 2 * 1024 * 1024;

    /// <summary>How long an append waits for its outcome.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan AppendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often it is written down where every stream stands; it is at every graceful stop too.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "31.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan AnchorEvery { get; set; } = TimeSpan.FromDays(1);
}

/// <summary>Checks the options when the silo starts.</summary>
[OptionsValidator]
internal sealed partial class JournalOptionsCheck : IValidateOptions<JournalOptions>;
