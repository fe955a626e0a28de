using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rounds;
using KpiGrid.Api.Targets;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.WhatIf;

/// <summary>Answers what a region would come to without some of it: every member is asked once for its pilots, and both
/// totals are sums of those same leaves.</summary>
internal sealed class WhatIfReader(
    PlaceFinder finder, RegionKpis kpis, TotalsSource source, ProgressReader progress, SplitNames names, LocalDays days,
    IOptions<QuestionOptions> options, IOptions<DutyOptions> duties)
{
    /// <summary>The answer; null and errors when there is none. That the caller may read the region and each of those left
    /// out is asked before.</summary>
    public async Task<WhatIfAnswer?> Read(WhatIfQuestion question, QuestionErrors errors)
    {
        if (await finder.Places([question.Region], null, errors) is not { } places) return null;
        await CheckThere(question, places, errors);
        var members = source.Members(places, question.Days, errors);
        if (errors.Any) return null;
        var asked = question.Kpi is { } only ? [only] : await kpis.Of(RegionId.Parse(question.Region.Id), question.Days);
        if ((long)asked.Count * members.Count > options.Value.FanOutMax)
            errors.Refuse("kpi", null, "too-much-to-ask", "Every member would be asked for every KPI: name one.");
        if (errors.Any) return null;
        var (leftOut, today) = (LeftOut.Of(question.Without), await days.Today(places.Municipalities));
        var lines = new List<WhatIfLine>();
        foreach (var code in asked)
        {
            if (await finder.Kpi(code, null, errors) is not { } kpi) return null;
            var due = DueDates.Of(places, kpi.Facts, duties.Value, today);
            lines.Add(await Line(question, Definition.Of(code, kpi), members, leftOut, today, due));
        }
        return new()
        {
            Node = question.Region.ToString(), From = question.Days.First, To = question.Days.Last.AddDays(1),
            Without = await Named(question), Kpis = await WithTargets(question, leftOut, lines),
        };
    }

    /// <summary>Who was never in the region cannot be left out: most likely another was meant.</summary>
    private async Task CheckThere(WhatIfQuestion question, KnownPlaces places, QuestionErrors errors)
    {
        foreach (var node in question.Without)
        {
            if (await finder.Places([node], null, errors) is not { } known) continue;
            if (!known.Days.Days.Keys.Any(places.Days.Days.ContainsKey))
                errors.Refuse("without", node.ToString(), "without-not-there", $"It has no part in {question.Region}: name one that has.");
        }
    }

    private async Task<WhatIfLine> Line(
        WhatIfQuestion question, Definition kpi, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> members,
        LeftOut leftOut, DateOnly today, DueDates due)
    {
        var sums = new SumsQuestion { Kpi = kpi.Code, Periods = [question.Days], Split = Split.Pilot };
        var answers = await source.Each(members, sums);
        var shape = new TotalsShape(kpi, [new(Period.Of(question.Days), question.Days)], mean: false, today, due);
        PeriodAnswer Told(LeftOut without) => shape.Of(source.Union(sums with { Split = Split.None }, without.From(answers)), _ => null).Periods[0];
        var (now, rest) = (Told(LeftOut.Nobody), Told(leftOut));
        return new()
        {
            Kpi = kpi.Code.Value, Definition = kpi.Version, Unit = kpi.Unit,
            Now = now, Without = rest, Difference = Difference(kpi.Kind, now, rest),
        };
    }

    /// <summary>Of what adds up, nothing counts as 0.</summary>
    private static Amount? Difference(KpiKind kind, PeriodAnswer now, PeriodAnswer rest)
    {
        if (now.Value is { } both && rest.Value is { } left) return left - both;
        var addsUp = kind is not (KpiKind.Ratio or KpiKind.Level or KpiKind.Score);
        return addsUp && now is { Value: { } all, Amounts: null } && rest is { Amounts: null, Series: null } ? -all : null;
    }

    private async Task<IReadOnlyList<WhatIfLine>> WithTargets(WhatIfQuestion question, LeftOut leftOut, IReadOnlyList<WhatIfLine> lines)
    {
        var now = (await progress.Read(question.Region, question.Kpi, null, Caller.Nobody, new()))?.Targets ?? [];
        if (now.Count == 0) return lines;
        var rest = (await progress.Read(question.Region, question.Kpi, null, Caller.Nobody, new(), leftOut))?.Targets ?? [];
        var changes = now.Join(rest, target => (target.Kpi, target.Class), target => (target.Kpi, target.Class),
            (one, other) => (one.Kpi, Change: new TargetChange(
                one.Class, one.Wanted.Whole, one.Unit, one.Wanted.Period, one.MeasuredTo, Standing(one), Standing(other)))).ToLookup(each => each.Kpi, each => each.Change);
        return [.. lines.Select(line => changes.Contains(line.Kpi) ? line with { Targets = [.. changes[line.Kpi]] } : line)];
    }

    private static TargetStanding Standing(TargetAnswer target) => new(target.ValueThen, target.Pace, target.Status);

    private async Task<IReadOnlyList<LeftOutAnswer>> Named(WhatIfQuestion question)
    {
        var named = new List<LeftOutAnswer>();
        foreach (var node in question.Without)
        {
            var split = node.Kind == PlaceKind.Pilot ? Split.Pilot : Split.Municipality;
            named.Add(new(node.ToString(), (await names.Of(split, [node.Id], question.Days.Last)).GetValueOrDefault(node.Id)));
        }
        return named;
    }
}
