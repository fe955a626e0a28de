using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Disclosure;

/// <summary>Decides what of some sums is told to who asks. The one place that does, for every way out.</summary>
internal sealed class Suppression(
    IGrainFactory grains, KnownNouns nouns, Insight insight, LocalDays days, IOptions<DisclosureOptions> options,
    IOptions<QuestionOptions> asking)
{
    /// <summary>The sums, those that would tell somebody's confidential figures without their value and with the marks
    /// <c>suppressed</c> and which rule they do not meet. Where nothing is confidential they are what was given, at no cost.</summary>
    public async Task<Sums> Of(Sums sums, DisclosureQuestion question)
    {
        if (!All(sums).Any(sum => sum.IsConfidential) || insight.IsOwnEverywhere(question.Caller)) return sums;
        if (await Figures(sums, question) is not { } figures) return sums;
        return sums with
        {
            Periods = [.. sums.Periods.Select(sum => Told(sum, figures.Broken(sum, question.Municipalities, question.Class, question.ByClass)))],
            Parts = [.. sums.Parts.Select(part => part with
            {
                Periods = [.. part.Periods.Select(sum => Told(sum, Broken(sum, part.Key, question, figures)))],
            })],
        };
    }

    /// <summary>The sums without the value of any that has confidential figures in it.</summary>
    public static Sums Withheld(Sums sums) => !All(sums).Any(sum => sum.IsConfidential) ? sums : sums with
    {
        Periods = [.. sums.Periods.Select(Withheld)],
        Parts = [.. sums.Parts.Select(part => part with { Periods = [.. part.Periods.Select(Withheld)] })],
    };

    private static PeriodSum Withheld(PeriodSum sum) => Told(sum, sum.IsConfidential ? HidingRules.Reporters : HidingRules.None);

    private static HidingRules Broken(PeriodSum sum, string key, DisclosureQuestion question, ConfidentialFigures figures) =>
        question.Split switch
        {
            Split.Municipality => figures.Broken(sum, [MunicipalityId.Parse(key)], question.Class, question.ByClass),
            Split.Class => figures.Broken(sum, question.Municipalities, ClassId.Parse(key), true),
            _ => !sum.IsConfidential || figures.IsOwn(PilotId.Parse(key)) ? HidingRules.None : HidingRules.Reporters,
        };

    private static PeriodSum Told(PeriodSum sum, HidingRules broken) => broken == HidingRules.None ? sum : sum with
    {
        Buckets = [], Members = [], Numbers = [],
        Marks = [.. sum.Marks.Append(PeriodSum.Suppressed).Append(broken.Mark()).Distinct().Order(StringComparer.Ordinal)],
    };

    private static IEnumerable<PeriodSum> All(Sums sums) => sums.Periods.Concat(sums.Parts.SelectMany(part => part.Periods));

    /// <summary>Null when everything confidential there is the caller's own.</summary>
    private async Task<ConfidentialFigures?> Figures(Sums sums, DisclosureQuestion question)
    {
        var kpi = (await nouns.Read<KpiFacts>($"kpi/{question.Kpi}", asking.Value.FactsAge))!.Facts;
        var groups = new HidingGroups(
            grains, nouns, question.Kpi, await days.Today(question.Municipalities), options.Value, asking.Value);
        var met = question.Pilot is { } pilot
            ? await groups.Read(pilot) is { } only ? [only] : []
            : await groups.Reporters(question.Municipalities);
        var (own, group) = (new Dictionary<PilotId, bool>(), new Dictionary<PilotId, IReadOnlyList<PilotId>>());
        var all = met.ToDictionary(reporter => reporter.Pilot);
        foreach (var reporter in met)
        {
            if (own[reporter.Pilot] = await insight.IsOwn(question.Caller, reporter.Pilot)) continue;
            var others = await groups.Of(reporter);
            group.Add(reporter.Pilot, [.. others.Select(other => other.Pilot)]);
            foreach (var other in others) all.TryAdd(other.Pilot, other);
        }
        if (met.Count > 0 && group.Count == 0) return null;
        foreach (var other in all.Keys.Except(own.Keys)) own.Add(other, await insight.IsOwn(question.Caller, other));
        var reporting = new ReportingPeriods(kpi, options.Value.Rules);
        var periods = All(sums).Where(sum => sum.IsConfidential).SelectMany(sum => reporting.Of(sum.Days) ?? []).Distinct().Order().ToList();
        var reported = periods.Count > options.Value.PeriodsMax ? []
            : await FanOut.All(all.Values, asking.Value.CallsAtOnce, reporter => Reported(reporter, own[reporter.Pilot], periods, question));
        return new(kpi.Kind, reporting, reported.ToDictionary(each => each.Reporter.Pilot), group, options.Value);
    }

    /// <summary>Facts first: what is read after its periods were closed is what they came to.</summary>
    private async Task<ReportedAmounts> Reported(
        Reporter reporter, bool isOwn, IReadOnlyList<DayRange> periods, DisclosureQuestion question)
    {
        var facts = await nouns.ReadAsOf<PilotFacts>($"pilot/{reporter.Pilot}", null);
        var asked = new SumsQuestion { Kpi = question.Kpi, Periods = periods };
        var now = ByPeriod(await grains.GetGrain<IPilotGrain>(reporter.Pilot.Value).Sums(asked));
        var then = question.AsOf is not { } asOf ? now : ByPeriod(
            await grains.GetGrain<IKpiStreamGrain>($"{reporter.Pilot}/{question.Kpi}").SumsAsOf(asked, asOf, null));
        return new(reporter with { Facts = facts?.Facts ?? reporter.Facts }, isOwn, then, now);
    }

    private static Dictionary<DayRange, IReadOnlyList<Bucket>> ByPeriod(Sums sums) => sums.Periods.ToDictionary(
        sum => sum.Days, IReadOnlyList<Bucket> (sum) => [.. sum.Buckets.Where(bucket => bucket.Confidential)]);
}
