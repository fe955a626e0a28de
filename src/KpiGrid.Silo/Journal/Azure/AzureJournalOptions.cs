using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>How the journal uses an Azure storage account; section <c>Journal:Azure</c> of the configuration.</summary>
internal sealed class AzureJournalOptions
{
    public const string Section = "Journal:Azure";

    /// <summary>What the names of its tables and containers begin with: lower-case letters and digits.</summary>
    [Required, RegularExpression("[a-z][a-z0-9]{2,39}")]
    public string Name { get; set; } = "kpigrid";

    /// <summary>Streams that are committed at a time, and rows that are read at a time.</summary>
    [Range(1, 1_024)]
    public int ParallelMax { get; set; } = 64;

    /// <summary>How long a request to storage may take; nothing is sent a second time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:02:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long an announced append may stay away before its stream is settled: should it still arrive, it is fenced.
    /// Shorter than a commit takes, it costs appends that had nothing wrong with them; it never costs correctness.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan SettleAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Moves that are kept; a silo that has fallen behind further than that reads all heads again.</summary>
    [Range(100, 1_000_000)]
    public int MovesKept { get; set; } = 10_000;
}

/// <summary>Checks the options when the silo starts.</summary>
[OptionsValidator]
internal sealed partial class AzureJournalOptionsCheck : IValidateOptions<AzureJournalOptions>;
