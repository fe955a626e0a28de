using KpiGrid.Api.Editions;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Rounds;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Editions;

/// <summary>Reads an edition and what changed since.</summary>
internal sealed class EditionPageReader(EditionShelf shelf, EditionChangesReader changes, PackNumbers numbers, PlaceNames names, KnownNouns nouns)
{
    /// <summary>The page; null when there is no such edition.</summary>
    public async Task<EditionView?> Read(Visit visit)
    {
        var (place, words) = (visit.State.Place!, visit.Words);
        if (await names.Read(place) is not { } named || await shelf.Read(RegionId.Parse(place.Id), visit.State.Which ?? "") is not { } edition
            || await changes.Read(edition, null, visit.Caller, new()) is not { } since) return null;
        var facts = edition.Facts;
        var told = await numbers.Of(words, facts.Kpis.Select(kpi => kpi.Kpi));
        var seen = await changes.Seen(visit.Caller, facts.Lines.Select(line => line.Place));
        var places = await Places(facts.Lines.Select(line => line.Place).Concat(since.Changed.Select(line => line.Place)));
        var pilots = await names.Of(since.Changed.SelectMany(line => line.Revisions).Select(each => new PlaceRef(PlaceKind.Pilot, each.Pilot)));
        var round = facts.Round is null ? null : (await nouns.ReadAsOf<RoundFacts>($"round/{facts.Region}/{facts.Round}", null))?.Facts.Title;
        return new()
        {
            Region = named.Name, RegionAddress = visit.State.At(place).Address, RoundsAddress = visit.State.At(place).On(PageKind.Rounds).Address,
            Title = Words.Fill(words.Editions.Title, words.Number(edition.Id.Number)),
            Lead = Words.Fill(words.Editions.Lead, facts.Title ?? round ?? named.Name,
                words.Instant(Zones.Local(facts.CutOff, named.Zone)), words.Instant(Zones.Local(edition.Entry.RecordedAt, named.Zone))),
            Hash = facts.Hash,
            ChangedText = since.Changed.Count == 0 ? words.Editions.Unchanged : Words.Fill(words.Editions.ChangedForm,
                words.Number(since.Changed.Count), words.Number(since.Changed.Count + since.Unchanged)),
            Changed = [.. since.Changed.Select(line => Row(words, told, line, places, pilots, named.Zone))],
            Kpis = [.. facts.Kpis.Select(kpi => new FrozenKpi(told.Name(kpi.Kpi), kpi.Kpi.Value,
                [.. facts.Lines.Where(line => line.Kpi == kpi.Kpi && seen.Contains(line.Place)).Select(line => Row(words, told, line, kpi.Unit, places))]))],
            Hidden = since.Hidden + facts.Lines.Count(line => !seen.Contains(line.Place)) is > 0 and var hidden
                ? Words.Fill(words.Editions.Hidden, words.Number(hidden)) : "",
        };
    }

    private async Task<IReadOnlyDictionary<string, string>> Places(IEnumerable<string> texts)
    {
        var refs = texts.Distinct().Select(text => PlaceRef.TryParse(text, out var place) ? place : null).OfType<PlaceRef>().ToList();
        var named = await names.Of(refs);
        return refs.ToDictionary(place => place.ToString(), place => named.GetValueOrDefault(place.Id, place.Id));
    }

    private static ChangedRow Row(
        Words words, NumberWords told, ChangedLine line, IReadOnlyDictionary<string, string> places, IReadOnlyDictionary<string, string> pilots,
        string zone)
    {
        var why = line.Revisions.Select(each => Why(words, told, line.Kpi, each, pilots, zone)).ToList();
        if (line.More > 0) why.Add(Words.Fill(words.Editions.More, words.Number(line.More)));
        return new(places[line.Place], told.Name(line.Kpi), words.Of(line.Period), told.Value(line.Kpi, line.Was, line.Unit),
            told.Value(line.Kpi, line.Now, line.Unit), told.Change(line.Kpi, line.By, line.Unit),
            why.Count > 0 ? why : [words.Editions.NotAMeasurement]);
    }

    private static string Why(
        Words words, NumberWords told, KpiCode kpi, StatementAnswer each, IReadOnlyDictionary<string, string> pilots, string zone)
    {
        var text = Words.Fill(words.Editions.RevisionForm, pilots.GetValueOrDefault(each.Pilot, each.Pilot), told.Value(kpi, each.Was, each.Unit),
            told.Value(kpi, each.Now, each.Unit), words.Editions.Kinds.GetValueOrDefault(each.Kind, each.Kind),
            words.Day(DateOnly.FromDateTime(Zones.Local(each.RecordedAt, zone).DateTime)));
        return each.Reason is { Length: > 0 } reason ? $"{text}: {reason}" : text;
    }

    private static FrozenRow Row(
        Words words, NumberWords told, EditionLine line, string unit, IReadOnlyDictionary<string, string> places) => new(
        places[line.Place], words.Of(line.Period),
        line.Amounts.Count > 0
            ? string.Join(", ", line.Amounts.Select(amount => told.Value(line.Kpi, amount.Value, amount.Unit)))
            : told.Value(line.Kpi, line.Value, unit),
        $"{words.Number(line.Reported)}/{words.Number(line.Expected)}");
}
