using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Editions;

/// <summary>A statement about a measurement and the one before it.</summary>
/// <param name="Entry">The statement.</param>
/// <param name="Before">What was said before; null of the first.</param>
/// <param name="Places">The municipalities that its pilot shares with the region.</param>
internal sealed record Revised(SeriesEntry Entry, SeriesEntry? Before, IReadOnlyCollection<MunicipalityId> Places)
{
    /// <summary>Whether it can have moved a period's number of a place: flows are booked on their last day, what stands
    /// stands on.</summary>
    public bool Concerns(KpiKind kind, Period period, MunicipalityId? place) =>
        (place is not { } municipality || IsOf(Entry, municipality) || (Before is { } earlier && IsOf(earlier, municipality)))
        && (Reaches(kind, Entry, period) || (Before is { } before && Reaches(kind, before, period)));

    private bool IsOf(SeriesEntry entry, MunicipalityId municipality) =>
        entry.Stream.Municipality is { } own ? own == municipality : Places.Contains(municipality);

    private static bool Reaches(KpiKind kind, SeriesEntry entry, Period period) =>
        kind.IsStanding()
            ? entry.Days.Last <= period.Last
            : period.Range.Contains(entry.Days.Last);

    public StatementAnswer Answer => new()
    {
        Pilot = Entry.Stream.Pilot.Value, Stream = Entry.Stream.ToString(), Id = Entry.Sent.Id.ToString(),
        Period = Entry.Sent.Period, Kind = Entry.Kind.ToString().ToLowerInvariant(), Reason = Entry.Reason,
        Revision = Entry.Revision, RecordedAt = Entry.RecordedAt,
        Author = Entry.Author, Was = ValueOf(Before), Now = ValueOf(Entry), Unit = Entry.Unit,
    };

    private static Amount? ValueOf(SeriesEntry? entry) =>
        entry is null or { IsWithdrawn: true } or { Sent.Silence: not null } ? null : entry.A;
}

/// <summary>Reads what was said about the measurements of a region since an instant: late reports, corrections, withdrawals.</summary>
internal sealed class EditionRevisions(
    IGrainFactory grains, PlaceFinder finder, TotalsSource source, Sight sight, IOptions<QuestionOptions> options)
{
    /// <summary>The statements about one KPI that the caller may read, the latest first, and how many they may not.</summary>
    public async Task<(IReadOnlyList<Revised> Seen, IReadOnlyList<Revised> Hidden)> Read(
        PlaceRef region, KpiCode kpi, DayRange days, DateTimeOffset since, Caller caller, QuestionErrors errors)
    {
        if (await finder.Places([region], null, errors) is not { } places) return ([], []);
        var pilots = await source.Pilots(source.Members(places, days, errors), null);
        var seen = await sight.Of(caller, Verbs.Parts, PlaceKind.Pilot, pilots.Keys.Select(pilot => pilot.Value));
        var all = await FanOut.All(pilots, options.Value.CallsAtOnce, async pilot =>
            Of(await grains.GetGrain<IKpiStreamGrain>($"{pilot.Key}/{kpi}").Read(true, null), since, [.. pilot.Value.Keys]));
        var byTime = all.SelectMany(each => each).OrderByDescending(each => each.Entry.RecordedAt).ThenBy(each => each.Entry.Sequence)
            .ToLookup(each => seen.Contains(each.Entry.Stream.Pilot.Value));
        return ([.. byTime[true]], [.. byTime[false]]);
    }

    private static IEnumerable<Revised> Of(SeriesAnswer series, DateTimeOffset since, MunicipalityId[] places)
    {
        foreach (var measurement in series.Entries.GroupBy(entry => entry.Sent.Id))
        {
            SeriesEntry? before = null;
            foreach (var entry in measurement.OrderBy(entry => entry.Revision))
            {
                if (entry.RecordedAt > since) yield return new(entry, before, places);
                before = entry;
            }
        }
    }
}
