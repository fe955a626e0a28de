using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Editions;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Rounds;

/// <summary>Makes the pages of a round: what is known at its cut-off beside what was known at the one before.</summary>
internal sealed class PackReader(
    IGrainFactory grains, KnownNouns nouns, RegionKpis kpis, FiguresReader figures, SplitNames names, Sight sight, LocalDays days,
    IOptions<ApiOptions> limits, IOptions<QuestionOptions> questions)
{
    /// <summary>The pages that the caller may read; null when there is no such round.</summary>
    public async Task<PackAnswer?> Read(RoundId id, Caller caller)
    {
        var rounds = (await RegionNouns.All(grains, "round", id.Region, limits.Value.PageSizeMax))
            .ToDictionary(item => item.Id, item => JsonSerializer.Deserialize<RoundFacts>(item.Entry.Facts, KpiGridJson.Options)!);
        if (!rounds.TryGetValue(id.Name, out var round)) return null;
        var since = rounds.Values.Where(other => other.CutOff < round.CutOff).Select(other => (DateTimeOffset?)other.CutOff).Max();
        var isAhead = days.Now - round.CutOff < questions.Value.AsOfAge;
        var read = await Numbers(id.Region, round.CutOff, since, isAhead);
        var seen = await sight.Of(caller, Verbs.Total, PlaceKind.Municipality, round.Members.Select(member => member.Value));
        var named = await names.Of(Split.Municipality, seen, round.Date);
        var pages = await FanOut.All(round.Members.Where(member => seen.Contains(member.Value)), questions.Value.CallsAtOnce, async member =>
            await Page(id, round, member, read) with { Name = named.GetValueOrDefault(member.Value) });
        return new()
        {
            Region = $"regions/{id.Region}", Round = id.Name, Title = round.Title, Date = round.Date, CutOff = round.CutOff, Since = since,
            Preliminary = isAhead, Pages = pages, Hidden = round.Members.Count - pages.Count, Sample = round.Sample,
        };
    }

    /// <summary>The numbers of every KPI of the region at both cut-offs, in periods as long as its reports are, at least
    /// quarters: those around the cut-off and of the year before.</summary>
    private async Task<IReadOnlyList<PackKpi>> Numbers(RegionId region, DateTimeOffset cutOff, DateTimeOffset? since, bool isAhead)
    {
        var place = new PlaceRef(PlaceKind.Region, region.Value);
        var all = PackKpi.Periods(cutOff, PeriodSize.Year);
        var codes = await kpis.Of(region, new(all[0].Days.First, all[^1].Days.Last));
        var read = await FanOut.All(codes, questions.Value.CallsAtOnce, async kpi =>
        {
            var facts = (await nouns.Read<KpiFacts>($"kpi/{kpi}", questions.Value.FactsAge))!.Facts;
            var periods = PackKpi.Periods(cutOff, facts);
            // A region that was not known at the round before had nothing then.
            var then = since is null ? null : await figures.Read(place, [kpi], periods, since, null, new());
            var now = await figures.Read(place, [kpi], periods, isAhead ? null : cutOff, null, new());
            return now is null ? null : new PackKpi(kpi, now.Kpis[0].Unit, then?.Lines ?? [], now.Lines);
        });
        return [.. read.OfType<PackKpi>()];
    }

    private async Task<PackPage> Page(RoundId id, RoundFacts round, MunicipalityId member, IReadOnlyList<PackKpi> read)
    {
        var turn = await nouns.ReadAsOf<TurnFacts>($"turn/{new TurnId(id, member)}", null);
        var place = $"municipalities/{member}";
        var chosen = turn?.Facts.Kpi ?? round.Kpi;
        var moved = read.SelectMany(kpi => kpi.Moves(place)).OrderByDescending(move => move.Kpi == chosen)
            .ThenBy(move => move.Kpi).ThenByDescending(move => move.Period.Last).ToList();
        return new()
        {
            Municipality = member.Value,
            Says = moved.Count > 0 ? "moved" : turn is null ? "silent" : turn.Facts.NothingToReport ? "nothing-to-report" : "steps",
            NothingToReport = turn is { Facts.NothingToReport: true },
            Number = Number(read, place, [chosen, .. moved.Select(move => (KpiCode?)move.Kpi), .. read.Select(kpi => (KpiCode?)kpi.Kpi)]),
            Moved = [.. moved.Take(PackKpi.MovesShown)], More = Math.Max(0, moved.Count - PackKpi.MovesShown),
            Steps = turn?.Facts.Steps ?? [], SaidAt = turn?.Entry.RecordedAt,
        };
    }

    /// <summary>Of the first KPI that has one.</summary>
    private static PackNumber? Number(IReadOnlyList<PackKpi> read, string place, IEnumerable<KpiCode?> inOrder) =>
        inOrder.Select(code => read.FirstOrDefault(kpi => kpi.Kpi == code)?.Last(place)).FirstOrDefault(number => number is not null);
}
