using System.Globalization;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rounds;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Editions;

/// <summary>Freezes the numbers of a region as known at a cut-off.</summary>
internal sealed class EditionMaker(
    IGrainFactory grains, KnownNouns nouns, PlaceFinder finder, RegionKpis kpis, FiguresReader figures, TotalsSource source,
    LocalDays days, IOptions<ApiOptions> limits, IOptions<QuestionOptions> questions, IOptions<EditionOptions> options)
{
    /// <summary>The edition, not yet recorded; null and errors where it cannot be made.</summary>
    public async Task<EditionFacts?> Make(RegionId region, EditionOrder order, QuestionErrors errors)
    {
        var place = new PlaceRef(PlaceKind.Region, region.Value);
        var cutOff = await CutOff(region, order, errors);
        if (errors.Any || await finder.Places([place], cutOff, errors) is not { } places) return null;
        var periods = order.Periods(cutOff, limits.Value.PeriodsMax, errors);
        if (errors.Any) return null;
        var asked = new DayRange(periods[0].Days.First, periods[^1].Days.Last);
        var codes = order.Kpis is { Count: > 0 } named ? [.. named.Distinct().Order()] : await kpis.Of(region, asked);
        if (codes.Count == 0)
            errors.Refuse("kpis", null, "nothing-to-freeze", "The region has nothing of any KPI in these days: name others.");
        var members = source.Members(places, asked, errors);
        Limit(codes.Count * periods.Count * (members.Count + 1), errors);
        if (errors.Any || await figures.Read(place, codes, periods, cutOff, null, errors) is not { } read) return null;
        var facts = new EditionFacts
        {
            Region = region, Title = order.Title, Round = order.Round, CutOff = cutOff,
            From = asked.First, To = asked.Last.AddDays(1), By = order.By ?? PeriodSize.Quarter,
            Members = [.. members.Keys.Order()], Kpis = read.Kpis, Lines = read.Lines,
            Heads = await Heads(place, members, codes[0], cutOff),
        };
        return facts with { Hash = EditionText.Hash(facts) };
    }

    private async Task<DateTimeOffset> CutOff(RegionId region, EditionOrder order, QuestionErrors errors)
    {
        if ((order.Round is null) == (order.CutOff is null))
        {
            errors.Refuse("round", order.Round, "round-or-cut-off", "Name a round, or give a cut-off.");
            return default;
        }
        if (order.CutOff is { } text)
            return QuestionText.Past("cutOff", text, days.Now, questions.Value.AsOfAge, "as-of-too-recent", errors) ?? default;
        var round = RoundId.Read($"{region}/{order.Round}") is { } id
            ? await nouns.ReadAsOf<RoundFacts>($"round/{id}", null) : null;
        if (round is null)
            errors.Unknown("round", order.Round, "round-unknown", $"GET /v1/regions/{region}/rounds lists those there are.");
        else if (days.Now - round.Facts.CutOff < questions.Value.AsOfAge)
            errors.Refuse("round", order.Round, "cut-off-too-recent",
                $"Its cut-off is {round.Facts.CutOff:O}: wait until it is past.");
        return round?.Facts.CutOff ?? default;
    }

    private void Limit(long lines, QuestionErrors errors)
    {
        if (lines > options.Value.LinesMax)
            errors.Refuse("kpis", lines.ToString(CultureInfo.InvariantCulture), "too-many-numbers",
                $"KPIs times periods times members come to more than {options.Value.LinesMax}: name fewer KPIs or longer periods.");
    }

    /// <summary>How far the region and the pilots of its members had come.</summary>
    private async Task<IReadOnlyList<EditionHead>> Heads(
        PlaceRef region, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> members, KpiCode kpi, DateTimeOffset cutOff)
    {
        var pilots = await FanOut.All((await source.Pilots(members, null)).Keys, questions.Value.CallsAtOnce, async pilot =>
            new EditionHead($"pilot/{pilot}",
                (await grains.GetGrain<IKpiStreamGrain>($"{pilot}/{kpi}").Read(false, cutOff)).Head));
        var own = await grains.GetGrain<IRegistryGrain>(region.Stream).Read(cutOff);
        return [new(region.Stream, own?.Head ?? 0), .. pilots];
    }
}
