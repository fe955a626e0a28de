using Orleans.Concurrency;

namespace KpiGrid;

/// <summary>A pilot project: the one writer of its journal stream.</summary>
/// <remarks>
/// Order of things: journal first, then memory, then the answer. An expected refusal is a result value. A storage failure
/// leaves as an exception and the same call may be repeated: ids make it safe.
/// </remarks>
[Alias("IPilotGrain")]
public interface IPilotGrain : IGrainWithStringKey
{
    /// <summary>Records measurements: one record, all or nothing; an id that is there already is repeated.</summary>
    [Alias("Record")]
    Task<PushAnswer> Record(Push push);

    /// <summary>Records corrections, withdrawals and restores: one record, all or nothing.</summary>
    [Alias("Correct")]
    Task<PushAnswer> Correct(CorrectionPush push);

    /// <summary>Puts the pilot's facts; the same facts again change nothing.</summary>
    [Alias("Put")]
    Task<RegistryAnswer> Put(RegistryChange change);

    /// <summary>The pilot's facts, or null when there is no such pilot.</summary>
    [Alias("Read"), AlwaysInterleave]
    Task<RegistryEntry?> Read();

    /// <summary>Records that periods are submitted, recalled, approved or re-opened; the same act again changes nothing.</summary>
    [Alias("Decide")]
    Task<ApprovalAnswer> Decide(ApprovalAct act);

    /// <summary>How far its periods are submitted and approved, or null when there is no such pilot.</summary>
    [Alias("Approval"), AlwaysInterleave]
    Task<Approval?> Approval();

    /// <summary>
    /// Records what a participant says of a measurement that was reported on its behalf; the same act again changes nothing.
    /// </summary>
    [Alias("Confirm")]
    Task<ConfirmationAnswer> Confirm(ConfirmationAct act);

    /// <summary>The KPIs of which something counts that was reported on behalf of participants.</summary>
    [Alias("OnBehalf"), AlwaysInterleave]
    Task<IReadOnlyList<KpiCode>> OnBehalf();

    /// <summary>Totals from memory.</summary>
    [Alias("Sums"), AlwaysInterleave]
    Task<Sums> Sums(SumsQuestion question);

    /// <summary>Every KPI stream with what is expected and reported, whole pilot view.</summary>
    [Alias("Duties"), AlwaysInterleave]
    Task<IReadOnlyList<Duty>> Duties();

    /// <summary>The KPI streams that are late on a day, by address.</summary>
    [Alias("Late"), AlwaysInterleave]
    Task<IReadOnlyList<LateDuty>> Late(DateOnly today);

    /// <summary>Records a mark for each KPI stream that is late today and has none; answers how many it recorded.</summary>
    /// <remarks>Repeated it records nothing. A pilot whose facts were put today is given until tomorrow.</remarks>
    [Alias("MarkLate")]
    Task<int> MarkLate();

    /// <summary>Records that the webhook's receiver has taken some marks, by id; answers how many were not known to be.</summary>
    [Alias("Told")]
    Task<int> Told(IReadOnlyList<string> marks);

    /// <summary>Every late mark there ever was, in the order of the journal.</summary>
    [Alias("Marks"), AlwaysInterleave]
    Task<IReadOnlyList<LateMark>> Marks();

    /// <summary>Completes when every municipality of the pilot has acknowledged a sequence; answers their versions.</summary>
    [Alias("Settle"), AlwaysInterleave]
    Task<IReadOnlyList<SettledNode>> Settle(long sequence);

    /// <summary>A municipality says what it holds and what it wants; the answer is an ordinary report.</summary>
    [Alias("Poke"), OneWay, AlwaysInterleave]
    Task Poke(MunicipalityId municipality, NodeVersion holds, NodeVersion wants);
}

/// <summary>A municipality and the version at which it has what was asked.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Version">Its version.</param>
[GenerateSerializer, Immutable, Alias("SettledNode")]
public sealed record SettledNode([property: Id(0)] MunicipalityId Municipality, [property: Id(1)] NodeVersion Version);
