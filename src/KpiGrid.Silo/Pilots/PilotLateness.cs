using KpiGrid.Silo.Registry;
using KpiGrid.Silo.Webhook;

namespace KpiGrid.Silo.Pilots;

/// <summary>What of a pilot is late, what of it is not marked yet, whom to tell, and when to look again.</summary>
internal sealed class PilotLateness(
    PilotState state, PilotDuties duties, RegistryView registry, DueReminder reminder, Outbox? outbox, TimeProvider time,
    DutyOptions options)
{
    private int moves = state.Marks.Moves;

    /// <summary>The late streams of a day, by address.</summary>
    public async Task<IReadOnlyList<LateDuty>> On(DateOnly today)
    {
        await Meet();
        return Late(today);
    }

    /// <summary>The body of a record with the marks that are wanting.</summary>
    /// <remarks>None on the day on which the facts were put: what a new pilot has to tell of its past is still on its way.</remarks>
    public async Task<LateBody> Unmarked()
    {
        await Meet();
        var now = time.GetUtcNow();
        var today = Today(now);
        List<LateMark> marks = PutBefore(today)
            ? [.. Late(today).Where(late => late.MarkedAt is null).Select(late => LateMark.Of(late, now))]
            : [];
        return new(marks.Count, LateRecord.Body(marks));
    }

    /// <summary>The body of a record of those marks of some that the receiver has taken, and was not known to have.</summary>
    public Task<LateBody> Untold(IReadOnlyList<string> taken)
    {
        var untold = state.Marks.Untold(taken);
        return Task.FromResult(new LateBody(untold.Count, LateRecord.ToldBody(untold)));
    }

    /// <summary>A record was applied: what it marked is to be told, and the next day to look may be another.</summary>
    public void Applied(bool facts, string type)
    {
        if (type == LateRecord.Type) Tell();
        var moved = state.Marks.Moves != moves;
        moves = state.Marks.Moves;
        if (facts || moved || type == PilotRecord.Revise || reminder.IsOld(time.GetUtcNow())) _ = Remind();
    }

    /// <summary>Offers every mark that the receiver is not known to have taken.</summary>
    public void Tell()
    {
        foreach (var mark in ToTell()) outbox!.Offer(mark);
    }

    /// <summary>Has the pilot reminded when it is next to look.</summary>
    public Task Remind() => reminder.Set(async now =>
    {
        await Meet();
        return Next(now);
    });

    /// <summary>After it was reminded; the reminder is set anew whatever it was.</summary>
    public Task RemindAgain()
    {
        reminder.Forget();
        Tell();
        return Remind();
    }

    private IEnumerable<LateMark> ToTell() => outbox is not { IsOn: true } ? []
        : state.Marks.All.Where(mark => mark.ToldAt is null && mark.MarkedAt >= outbox.PostedSince(time.GetUtcNow()));

    /// <summary>When something is to be marked or told; in the past where it is by now, null where nothing ever will be.</summary>
    private DateTimeOffset? Next(DateTimeOffset now)
    {
        var today = Today(now);
        if (Late(today).Any(late => late.MarkedAt is null)) return PutBefore(today) ? now : StartOf(today.AddDays(1));
        if (ToTell().Any()) return StartOf(today.AddDays(1));
        var next = Streams().Select(stream => Lateness.Next(stream.Duties, stream.Frequency, today, options)).Min();
        return next is { } day ? StartOf(day) : null;
    }

    private IReadOnlyList<LateDuty> Late(DateOnly today) =>
    [
        .. Streams().Select(stream => Lateness.Of(stream.Duties, stream.Frequency, today, options)).OfType<LateDuty>()
            .Select(late => late with { MarkedAt = state.Marks.Of(late, today.AddDays(-options.LookBackDays))?.MarkedAt })
            .OrderBy(late => late.Stream.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>The latest local day of the pilot's municipalities.</summary>
    private DateOnly Today(DateTimeOffset now) => Zones().Select(zone => KpiGrid.Zones.Today(now, zone))
        .DefaultIfEmpty(DateOnly.FromDateTime(now.UtcDateTime)).Max();

    private DateTimeOffset StartOf(DateOnly day) => Zones().Select(zone => KpiGrid.Zones.StartOf(day, zone))
        .DefaultIfEmpty(new(day, TimeOnly.MinValue, TimeSpan.Zero)).Min();

    private bool PutBefore(DateOnly today) => state.Entry is { } entry && Today(entry.RecordedAt) < today;

    private IEnumerable<string> Zones() =>
        state.Municipalities.Select(registry.Zone).Where(KpiGrid.Zones.Exists).OfType<string>().Distinct();

    private IEnumerable<(IReadOnlyList<(MunicipalityId, Duty)> Duties, Frequency Frequency)> Streams() =>
        duties.All.GroupBy(pair => pair.Duty.Stream)
            .Select(stream => (Duties: stream, registry.Kpi(stream.Key.Kpi)?.Facts.Frequency))
            .Where(stream => stream.Frequency is not null)
            .Select(stream => ((IReadOnlyList<(MunicipalityId, Duty)>)[.. stream.Duties], stream.Frequency!.Value));

    private Task Meet() => registry.Meet(duties.All.Select(pair => pair.Duty.Stream.Kpi).Distinct()
        .Where(kpi => registry.Kpi(kpi) is null).Select(Journal.Streams.Of));
}

/// <summary>The body of a record about late marks.</summary>
/// <param name="Count">How many marks it is about; with none it is not recorded.</param>
/// <param name="Body">The body.</param>
internal sealed record LateBody(int Count, byte[] Body);
