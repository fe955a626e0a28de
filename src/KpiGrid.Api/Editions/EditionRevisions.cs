using KpiGrid.Api.Access;
using KpiGrid.Api.Changes;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Editions;

/// <summary>What was said about a measurement of a region.</summary>
/// <param name="Said">The statement.</param>
/// <param name="Places">The municipalities that its pilot shares with the region.</param>
/// <param name="Kind">The kind of its KPI.</param>
internal sealed record EditionRevision(Revised Said, IReadOnlyCollection<MunicipalityId> Places, KpiKind Kind)
{
    /// <summary>Whether it can have moved a period's number of a place; null is the region.</summary>
    public bool Concerns(Period period, MunicipalityId? place) =>
        Said.Is(entry => IsOf(entry, place) && Revised.Reaches(entry, period.Range, Kind));

    public StatementAnswer Answer => new()
    {
        Pilot = Said.Entry.Stream.Pilot.Value, Stream = Said.Entry.Stream.ToString(), Id = Said.Entry.Sent.Id.ToString(),
        Period = Said.Entry.Sent.Period, Kind = Said.Entry.Kind.ToString().ToLowerInvariant(), Reason = Said.Entry.Reason,
        Revision = Said.Entry.Revision, RecordedAt = Said.Entry.RecordedAt, Author = Said.Entry.Author,
        Was = CountedAnswer.Of(Said.Before, Kind)?.A, Now = CountedAnswer.Of(Said.Entry, Kind)?.A, Unit = Said.Entry.Unit,
    };

    private bool IsOf(SeriesEntry entry, MunicipalityId? place) => place is not { } municipality
        || (entry.Stream.Municipality is { } own ? own == municipality : Places.Contains(municipality));
}

/// <summary>Reads what was said about the measurements of a region since an instant: late reports, corrections, withdrawals.</summary>
internal sealed class EditionRevisions(
    RevisionsSince revisions, PlaceFinder finder, TotalsSource source, Sight sight, Insight insight,
    IOptions<QuestionOptions> options)
{
    /// <summary>The statements about one KPI that the caller may read, the latest first, and those they may not.</summary>
    public async Task<(IReadOnlyList<EditionRevision> Seen, IReadOnlyList<EditionRevision> Hidden)> Read(
        PlaceRef region, KpiCode kpi, KpiKind kind, DayRange days, DateTimeOffset since, Caller caller, QuestionErrors errors)
    {
        if (await finder.Places([region], null, errors) is not { } places) return ([], []);
        var pilots = await source.Pilots(source.Members(places, days, errors), null);
        var seen = await sight.Of(caller, Verbs.Parts, PlaceKind.Pilot, pilots.Keys.Select(pilot => pilot.Value));
        seen = await insight.Open(caller, seen, kpi);
        var all = await FanOut.All(pilots, options.Value.CallsAtOnce, async pilot =>
            (await revisions.Read(pilot.Key, kpi, since)).Select(said => new EditionRevision(said, [.. pilot.Value.Keys], kind)));
        var bySight = all.SelectMany(each => each).OrderByDescending(each => each.Said.Entry.RecordedAt)
            .ThenByDescending(each => each.Said.Entry.Sequence).ToLookup(each => seen.Contains(each.Said.Entry.Stream.Pilot.Value));
        return ([.. bySight[true]], [.. bySight[false]]);
    }
}
