using System.Globalization;
using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Changes;

/// <summary>Answers what a total was at an instant, what it is, and what was recorded between.</summary>
internal sealed class ChangesReader(
    RevisionsSince revisions, PlaceFinder finder, TotalsReader totals, TotalsSource source, Sight sight, Insight insight,
    IOptions<ApiOptions> limits, IOptions<QuestionOptions> options)
{
    /// <summary>The answer; null and errors when there is none.</summary>
    public async Task<ChangesAnswer?> Answer(AskedChanges asked, QuestionErrors errors)
    {
        var noun = await finder.Kpi(asked.Kpi, null, errors);
        if (await finder.Places([asked.Place], null, errors) is not { } places || noun is null) return null;
        if (await Pilots(asked, places, errors) is not { } pilots) return null;
        var then = await Then(asked, errors);
        var now = await totals.Answer([asked.Place], Question(asked, null), errors);
        if (errors.Any || now is null) return null;
        var seen = await sight.Of(asked.Caller, Verbs.Parts, PlaceKind.Pilot, pilots.Keys.Select(pilot => pilot.Value));
        seen = await insight.Open(asked.Caller, seen, asked.Kpi);
        var said = await FanOut.All(pilots, options.Value.CallsAtOnce, async pilot =>
            (Pilot: pilot.Key, Revisions: await Revisions(pilot.Key, pilot.Value, asked, noun.Facts.Kind)));
        return Shape(asked, then, now, said.ToLookup(pilot => seen.Contains(pilot.Pilot.Value), pilot => pilot.Revisions));
    }

    /// <summary>Null where place or KPI was not there yet.</summary>
    private async Task<TotalsAnswer?> Then(AskedChanges asked, QuestionErrors errors)
    {
        var past = new QuestionErrors();
        var then = await totals.Answer([asked.Place], Question(asked, asked.Since), past);
        if (past.Status != StatusCodes.Status404NotFound)
            foreach (var problem in past.Listed) errors.Refuse(problem.Field, problem.Value, problem.Code, problem.Remedy);
        return then;
    }

    private static TotalsQuestion Question(AskedChanges asked, DateTimeOffset? asOf) => new()
    {
        Kpi = asked.Kpi, Days = asked.Days, AsOf = asOf, Caller = asked.Caller,
        Periods = [.. AskedPeriod.Between(asked.Days.First, asked.Days.Last.AddDays(1), PeriodSize.Range)],
    };

    /// <summary>The pilots, each with the municipalities that count; null of a pilot asked itself: all of them.</summary>
    /// <remarks>A pilot whose measurements have all been withdrawn since was there: they are asked for every KPI.</remarks>
    private async Task<IReadOnlyDictionary<PilotId, IReadOnlySet<MunicipalityId>?>?> Pilots(
        AskedChanges asked, KnownPlaces places, QuestionErrors errors)
    {
        if (asked.Place.Kind == PlaceKind.Pilot)
            return new Dictionary<PilotId, IReadOnlySet<MunicipalityId>?> { [PilotId.Parse(asked.Place.Id)] = null };
        var members = source.Members(places, asked.Days, errors);
        if (errors.Any) return null;
        var pilots = await source.Pilots(members, null);
        var max = limits.Value.ExplainPilotsMax;
        if (pilots.Count > max)
            errors.Refuse("id", pilots.Count.ToString(CultureInfo.InvariantCulture), "too-many-pilots",
                $"Changes are read of at most {max} pilots: ask its municipalities one by one.");
        return errors.Any ? null : pilots.ToDictionary(
            pair => pair.Key, IReadOnlySet<MunicipalityId>? (pair) => pair.Value.Keys.ToHashSet());
    }

    private async Task<IReadOnlyList<RevisionAnswer>> Revisions(
        PilotId pilot, IReadOnlySet<MunicipalityId>? members, AskedChanges asked, KpiKind kind)
    {
        var said = await revisions.Read(pilot, asked.Kpi, asked.Since);
        return [.. said.Where(each => each.Is(entry => Counts(entry, members, asked.Days, kind)))
            .Select(each => RevisionAnswer.Of(each.Before, each.Entry, kind))];
    }

    /// <summary>Whether a statement speaks of the total: a standing value of an earlier day may still be in force.</summary>
    private static bool Counts(SeriesEntry entry, IReadOnlySet<MunicipalityId>? members, DayRange days, KpiKind kind) =>
        (entry.Stream.Municipality is not { } owner || members is null || members.Contains(owner))
        && Revised.Reaches(entry, days, kind);

    private static ChangesAnswer Shape(
        AskedChanges asked, TotalsAnswer? then, TotalsAnswer now, ILookup<bool, IReadOnlyList<RevisionAnswer>> bySight)
    {
        var shown = bySight[true].SelectMany(revisions => revisions)
            .OrderByDescending(revision => revision.Entry.RecordedAt)
            .ThenBy(revision => revision.Entry.Stream, StringComparer.Ordinal)
            .ThenByDescending(revision => revision.Entry.Sequence).ToList();
        var hidden = bySight[false].Where(revisions => revisions.Count > 0).ToList();
        var (before, after) = (then?.Periods[0], now.Periods[0]);
        return new()
        {
            Node = now.Node, Kpi = now.Kpi, Unit = now.Unit, Since = asked.Since, Then = before, Now = after,
            Difference = then?.Unit == now.Unit && before?.Unit == after.Unit ? after.Value - before?.Value : null,
            Revisions = [.. shown.Take(asked.Limit)],
            More = Math.Max(0, shown.Count - asked.Limit),
            Hidden = hidden.Count == 0 ? null : new(hidden.Count, hidden.Sum(revisions => revisions.Count)),
        };
    }
}
