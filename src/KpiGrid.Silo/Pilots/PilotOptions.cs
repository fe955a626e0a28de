using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace KpiGrid.Silo.Pilots;

/// <summary>Limits of a pilot; section <c>Pilots</c>.</summary>
internal sealed class PilotOptions
{
    public const string Section = "Pilots";

    /// <summary>KPI streams a pilot may have.</summary>
    [Range(1, 1_000_000)]
    public int KpiStreamsMax { get; set; } = 10_000;

    /// <summary>Measurements or corrections one record may hold.</summary>
    [Range(1, 1_000_000)]
    public int EntriesMax { get; set; } = 10_000;

    /// <summary>Members one measurement of a distinct count may hold.</summary>
    [Range(1, 1_000_000)]
    public int MembersMax { get; set; } = 10_000;

    /// <summary>Pushes waiting at one pilot while an append is in flight; more are answered 503.</summary>
    [Range(1, 1_000_000)]
    public int WaitingMax { get; set; } = 10_000;

    /// <summary>The earliest day of a period.</summary>
    public DateOnly EarliestDay { get; set; } = new(1900, 1, 1);

    /// <summary>How far ahead of today a period may end, in days.</summary>
    [Range(0, 100_000)]
    public int DaysAheadMax { get; set; } = 366;

    /// <summary>Refusals listed in one answer.</summary>
    [Range(1, 100_000)]
    public int RefusalsListedMax { get; set; } = 100;

    /// <summary>Acts of submitting, recalling, approving and re-opening a pilot may have; they are kept in memory.</summary>
    [Range(1, 100_000)]
    public int ApprovalActsMax { get; set; } = 1_000;

    /// <summary>Confirmations and disputes a pilot may have; they are kept in memory.</summary>
    [Range(1, 1_000_000)]
    public int ConfirmationsMax { get; set; } = 20_000;

    /// <summary>Entries since the last snapshot from which an idle pilot writes another one.</summary>
    [Range(1, 1_000_000_000)]
    public int SnapshotAfterEntries { get; set; } = 5_000;
}

/// <summary>Checks the options at start.</summary>
[OptionsValidator]
internal sealed partial class PilotOptionsCheck : IValidateOptions<PilotOptions>;
