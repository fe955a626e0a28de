using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Api.WhatIf;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.WhatIf;

/// <summary>Reads who can be left out of a region, and what it would come to without those chosen.</summary>
internal sealed class WhatIfPageReader(
    WhatIfReader reader, TotalsSource source, PlaceFinder finder, KnownNouns nouns, LocalDays days, Sight sight,
    SplitNames names, IOptions<QuestionOptions> options)
{
    /// <summary>The page; null when there is no such region, or who is to be left out has no part in it.</summary>
    public async Task<WhatIfView?> Read(Visit visit)
    {
        if (visit.State.Without.Any(node => node.Kind == PlaceKind.Region)) return null;
        var (place, errors) = (visit.State.Place!, new QuestionErrors());
        if (await nouns.Read<RegionFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var facts }
            || await finder.Places([place], null, errors) is not { } places) return null;
        var today = await days.Today(places.Municipalities);
        var period = visit.State.Period ?? Period.Of(today, PeriodSize.Year);
        var members = source.Members(places, period.Range, errors);
        if (errors.Any) return null;
        var pilots = (await source.Pilots(members, null)).Keys.Select(id => id.Value);
        var rows = visit.State.Without.Count == 0 ? null : await Rows(visit, new(place, visit.State.Without, null, period.Range), errors);
        if (errors.Any) return null;
        return new()
        {
            Name = facts.Name, Address = visit.State.At(place).Address, Period = period, Today = today, Rows = rows,
            Members = await Choices(visit, PlaceKind.Municipality, members.Keys.Select(id => id.Value), Split.Municipality, period.Last),
            Pilots = await Choices(visit, PlaceKind.Pilot, pilots, Split.Pilot, period.Last),
        };
    }

    private async Task<IReadOnlyList<WhatIfChoice>> Choices(
        Visit visit, PlaceKind kind, IEnumerable<string> ids, Split split, DateOnly day)
    {
        var all = ids.ToList();
        var seen = await sight.Of(visit.Caller, WhatIfDesk.Needed(new(kind, "")), kind, all);
        var named = await names.Of(split, seen, day);
        return [.. seen.Select(id => new PlaceRef(kind, id))
            .Select(node => new WhatIfChoice(node.ToString(), named.GetValueOrDefault(node.Id, node.Id), visit.State.Without.Contains(node)))
            .OrderBy(choice => choice.Text, StringComparer.OrdinalIgnoreCase)];
    }

    private async Task<IReadOnlyList<WhatIfRow>?> Rows(Visit visit, WhatIfQuestion question, QuestionErrors errors)
    {
        if (await reader.Read(question, errors) is not { } answer) return null;
        var rows = new List<WhatIfRow>();
        foreach (var line in answer.Kpis)
            if (await nouns.Read<KpiFacts>($"kpi/{line.Kpi}", options.Value.NamesAge) is { Facts: var facts }) rows.Add(Row(visit, line, facts));
        return rows;
    }

    private static WhatIfRow Row(Visit visit, WhatIfLine line, KpiFacts facts)
    {
        var words = visit.Words;
        string Said(PeriodAnswer answer) => words.Value(answer, line.Unit) ?? words.Values.NoValue;
        return new(
            words.Of(facts.Names) ?? line.Kpi, line.Kpi,
            (visit.State.At(visit.State.Place) with { Kpi = KpiCode.Parse(line.Kpi) }).Address,
            Said(line.Now), Said(line.Without),
            line.Difference is { } moved ? words.With(words.Signed(Shown.Rounded(moved, facts.Decimals)), line.Now.Unit ?? line.Unit) : "",
            NowAndThen(words, words.Coverage(line.Now.Coverage) ?? "–", words.Coverage(line.Without.Coverage) ?? "–"),
            [.. (line.Targets ?? []).Select(target => Target(words, target))]);
    }

    private static string Target(Words words, TargetChange target)
    {
        string Status(TargetStanding standing) => Words.Fill(words.Rounds.Statuses[standing.Status.Text()], words.Day(target.MeasuredTo));
        var wanted = Words.Fill(words.Rounds.WantedForm, words.With(words.Number(target.Wanted), target.Unit), words.Of(target.Period));
        var name = target.Class is { } @class ? $"{words.Of(@class)}, {wanted}" : wanted;
        return $"{name}: {NowAndThen(words, Status(target.Now), Status(target.Without))}";
    }

    private static string NowAndThen(Words words, string now, string then) =>
        now == then ? now : Words.Fill(words.WhatIf.Becomes, now, then);
}
