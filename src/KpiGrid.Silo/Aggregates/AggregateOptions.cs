using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Aggregates;

/// <summary>Limits of municipalities and regions; section <c>Aggregates</c>.</summary>
internal sealed class AggregateOptions
{
    public const string Section = "Aggregates";

    /// <summary>How long a question waits in a node that has not reached what storage showed; then it is to be asked again.</summary>
    /// <remarks>No longer: an activation that is to go is kept by the questions in it, while the reports that they wait for wait
    /// behind its end. <c>Questions:ReadyWithin</c> says how long it is asked again.</remarks>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan ReadyWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often heads in storage are held against this silo's nodes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often the sweep compares every node with all heads, not only with those that moved.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CompareAllEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Municipalities a region may have.</summary>
    [Range(1, 1_000_000)]
    public int MunicipalitiesMax { get; set; } = 100_000;

    /// <summary>Watchers a region may have: API processes, not people.</summary>
    [Range(1, 100_000)]
    public int WatchersMax { get; set; } = 1_000;
}

/// <summary>Checks the options at start.</summary>
[OptionsValidator]
internal sealed partial class AggregateOptionsCheck : IValidateOptions<AggregateOptions>;
