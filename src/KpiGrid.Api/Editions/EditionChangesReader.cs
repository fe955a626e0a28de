using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Editions;

/// <summary>Holds an edition against what its numbers are today, with what was said since.</summary>
internal sealed class EditionChangesReader(
    FiguresReader figures, EditionRevisions revisions, PlaceFinder finder, Sight sight, LocalDays days, IOptions<EditionOptions> options)
{
    /// <summary>What changed; null and errors where today's numbers cannot be told.</summary>
    public async Task<EditionChanges?> Read(KnownEdition edition, PushToken? atLeast, Caller caller, QuestionErrors errors)
    {
        var facts = edition.Facts;
        var region = new PlaceRef(PlaceKind.Region, facts.Region.Value);
        var periods = AskedPeriod.Between(facts.From, facts.To, facts.By).ToList();
        var codes = facts.Kpis.Select(kpi => kpi.Kpi).ToList();
        if (await figures.Read(region, codes, periods, null, atLeast, errors) is not { } now) return null;
        var seen = await Seen(caller, facts.Lines.Concat(now.Lines).Select(line => line.Place));
        var (changed, hidden, unchanged) = (new List<ChangedLine>(), 0, 0);
        foreach (var kpi in codes)
        {
            var pairs = Pairs(kpi, facts.Lines, now.Lines).ToList();
            var moved = pairs.SelectMany(pair => Move.Between(pair.Was, pair.Now, Unit(facts, kpi))).ToList();
            unchanged += pairs.Count - moved.Select(change => (change.Place, change.Period)).Distinct().Count();
            hidden += moved.Count(change => !seen.Contains(change.Place));
            if (moved.Count == 0) continue;
            var kind = (await finder.Kpi(kpi, null, errors))!.Facts.Kind;
            var said = await revisions.Read(region, kpi, kind, new(facts.From, facts.To.AddDays(-1)), facts.CutOff, caller, errors);
            changed.AddRange(moved.Where(change => seen.Contains(change.Place)).Select(change =>
                Explained(change, now.Names.GetValueOrDefault(change.Place), said.Seen, said.Hidden)));
        }
        return new()
        {
            Region = region.ToString(), Number = edition.Id.Number, CutOff = facts.CutOff, Hash = facts.Hash, ComparedAt = days.Now,
            Changed = changed, Unchanged = unchanged, Hidden = hidden,
        };
    }

    /// <summary>The places that the caller may read; the region was asked for before.</summary>
    public async Task<HashSet<string>> Seen(Caller caller, IEnumerable<string> places)
    {
        const string municipalities = "municipalities/";
        var all = places.Distinct().ToLookup(place => place.StartsWith(municipalities, StringComparison.Ordinal));
        var seen = await sight.Of(
            caller, Verbs.Total, PlaceKind.Municipality, all[true].Select(place => place[municipalities.Length..]));
        return [.. all[false], .. seen.Select(id => municipalities + id)];
    }

    private ChangedLine Explained(
        Move move, string? name, IReadOnlyList<EditionRevision> seen, IReadOnlyList<EditionRevision> hidden)
    {
        MunicipalityId? place = PlaceRef.TryParse(move.Place, out var at) && at.Kind == PlaceKind.Municipality
            ? MunicipalityId.Parse(at.Id) : null;
        var all = seen.Where(each => each.Concerns(move.Period, place)).ToList();
        var listed = all.Take(options.Value.RevisionsListedMax).Select(each => each.Answer).ToList();
        return new()
        {
            Place = move.Place, Name = name, Kpi = move.Kpi, Period = move.Period, Unit = move.Unit,
            Was = move.Was, Now = move.Now, By = move.By,
            Revisions = listed, More = all.Count - listed.Count + hidden.Count(each => each.Concerns(move.Period, place)),
        };
    }

    private static string Unit(EditionFacts facts, KpiCode kpi) => facts.Kpis.First(each => each.Kpi == kpi).Unit;

    /// <summary>The numbers of a KPI then and now, the region before its members.</summary>
    private static IEnumerable<(EditionLine? Was, EditionLine? Now)> Pairs(
        KpiCode kpi, IReadOnlyList<EditionLine> then, IReadOnlyList<EditionLine> now)
    {
        var before = then.Where(line => line.Kpi == kpi).ToDictionary(line => (line.Place, line.Period));
        var after = now.Where(line => line.Kpi == kpi).ToDictionary(line => (line.Place, line.Period));
        return before.Keys.Union(after.Keys)
            .OrderByDescending(key => key.Place.StartsWith("regions/", StringComparison.Ordinal))
            .ThenBy(key => key.Place, StringComparer.Ordinal).ThenBy(key => key.Period.First)
            .Select(key => (before.GetValueOrDefault(key), after.GetValueOrDefault(key)));
    }
}
