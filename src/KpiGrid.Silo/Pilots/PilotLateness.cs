using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>What of a pilot is late, what of it is not marked yet, and when to look again.</summary>
internal sealed class PilotLateness(PilotState state, PilotDuties duties, RegistryView registry, DutyOptions options)
{
    /// <summary>The KPIs that must be known before anything here is asked.</summary>
    public IEnumerable<KpiCode> Kpis => duties.All.Select(pair => pair.Duty.Stream.Kpi).Distinct();

    /// <summary>The latest local day of the pilot's municipalities.</summary>
    public DateOnly Today(DateTimeOffset now) => Zones().Select(zone => KpiGrid.Zones.Today(now, zone))
        .DefaultIfEmpty(DateOnly.FromDateTime(now.UtcDateTime)).Max();

    /// <summary>The late streams, by address.</summary>
    public IReadOnlyList<LateDuty> On(DateOnly today) =>
    [
        .. Streams().Select(stream => Lateness.Of(stream.Duties, stream.Frequency, today, options)).OfType<LateDuty>()
            .Select(late => late with { MarkedAt = state.Marks.Of(late, today.AddDays(-options.LookBackDays))?.MarkedAt })
            .OrderBy(late => late.Stream.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>The marks that are wanting.</summary>
    /// <remarks>None on the day on which the facts were put: what a new pilot has to tell of its past is still on its way.</remarks>
    public IReadOnlyList<LateMark> Unmarked(DateTimeOffset now)
    {
        var today = Today(now);
        return PutBefore(today)
            ? [.. On(today).Where(late => late.MarkedAt is null).Select(late => LateMark.Of(late, now))]
            : [];
    }

    /// <summary>When something not marked is late; in the past where it is by now, null where nothing ever will be.</summary>
    public DateTimeOffset? Next(DateTimeOffset now)
    {
        var today = Today(now);
        if (On(today).Any(late => late.MarkedAt is null)) return PutBefore(today) ? now : StartOf(today.AddDays(1));
        var next = Streams().Select(stream => Lateness.Next(stream.Duties, stream.Frequency, today, options)).Min();
        return next is { } day ? StartOf(day) : null;
    }

    private bool PutBefore(DateOnly today) => state.Entry is { } entry && Today(entry.RecordedAt) < today;

    private DateTimeOffset StartOf(DateOnly day) => Zones().Select(zone => KpiGrid.Zones.StartOf(day, zone))
        .DefaultIfEmpty(new(day, TimeOnly.MinValue, TimeSpan.Zero)).Min();

    private IEnumerable<string> Zones() =>
        state.Municipalities.Select(registry.Zone).Where(KpiGrid.Zones.Exists).OfType<string>().Distinct();

    private IEnumerable<(IReadOnlyList<(MunicipalityId, Duty)> Duties, Frequency Frequency)> Streams() =>
        duties.All.GroupBy(pair => pair.Duty.Stream)
            .Select(stream => (Duties: stream, registry.Kpi(stream.Key.Kpi)?.Facts.Frequency))
            .Where(stream => stream.Frequency is not null)
            .Select(stream => ((IReadOnlyList<(MunicipalityId, Duty)>)[.. stream.Duties], stream.Frequency!.Value));
}
