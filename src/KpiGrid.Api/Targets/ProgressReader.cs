using System.Text.Json;
using KpiGrid.Api.Access;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Targets;

/// <summary>Answers how far the targets of a node are.</summary>
internal sealed class ProgressReader(
    IGrainFactory grains, KnownNouns nouns, PlaceFinder finder, LocalDays days, TotalsReader totals,
    IOptions<ApiOptions> limits, IOptions<QuestionOptions> options, IOptions<DutyOptions> duties)
{
    /// <summary>The progress of all its targets or those of one KPI; null and errors when there is no such node. A day to
    /// come is answered as of today.</summary>
    public async Task<ProgressAnswer?> Read(
        PlaceRef node, KpiCode? kpi, DateOnly? on, Caller caller, QuestionErrors errors, LeftOut? without = null)
    {
        if (await finder.Places([node], null, errors) is not { } places) return null;
        var today = await days.Today(places.Municipalities);
        var day = on is { } asked && asked < today ? asked : today;
        var page = await grains.GetGrain<IRegistryListGrain>(0).List($"target/{node}", null, limits.Value.PageSizeMax);
        var ids = page.Items.Select(item => (Id: TargetId.Read($"{node}/{item.Id}")!, item.Entry))
            .Where(target => kpi is null || target.Id.Kpi == kpi);
        var working = WorkingDays.Of(places.Municipalities);
        var answers = await FanOut.All(ids, options.Value.CallsAtOnce, target =>
            Of(node, target.Id, target.Entry, day, working, caller, without ?? LeftOut.Nobody));
        return new(node.ToString(), day, [.. answers.OfType<TargetAnswer>()]);
    }

    private async Task<TargetAnswer?> Of(
        PlaceRef node, TargetId id, RegistryEntry entry, DateOnly day, WorkingDays working, Caller caller, LeftOut without)
    {
        if (await nouns.Read<KpiFacts>($"kpi/{id.Kpi}", options.Value.FactsAge) is not { Facts: var kpi }) return null;
        var target = JsonSerializer.Deserialize<TargetFacts>(entry.Facts, KpiGridJson.Options)!;
        var aim = Trajectory.On(target, kpi.Kind, day);
        var measured = MeasuredTo(kpi.Frequency, day, working);
        var (now, then) = await Actual(node, id, aim, day, measured, caller, without);
        var (valueNow, valueThen) = (ValueOf(now, target.Unit), ValueOf(then, target.Unit));
        var trend = Trend.Of(aim, kpi.Direction, measured, valueThen);
        return new()
        {
            Kpi = id.Kpi.Value, Class = id.Class, Unit = target.Unit, Head = entry.Head, Direction = kpi.Direction,
            Baseline = target.Baseline, Target = aim.Point, Sample = target.Sample,
            Wanted = new(aim.Period, aim.Whole, aim.By(measured), aim.Point.Period != aim.Period),
            Actual = now, MeasuredTo = measured, ValueThen = valueThen,
            Status = trend.Status, Pace = trend.Pace, Progress = Trend.ProgressOf(aim, kpi.Direction, valueNow),
        };
    }

    /// <summary>What it came to by the day asked and by the day measured to, in one question.</summary>
    private async Task<(PeriodAnswer? Now, PeriodAnswer? Then)> Actual(
        PlaceRef node, TargetId id, Aim aim, DateOnly day, DateOnly measured, Caller caller, LeftOut without)
    {
        var asked = new[] { aim.Until(day), aim.Until(measured) }.OfType<DayRange>().ToList();
        if (asked.Count == 0) return (null, null);
        var question = new TotalsQuestion
        {
            Kpi = id.Kpi, Class = id.Class, Without = without, Caller = caller,
            Days = new(asked.Min(range => range.First), asked.Max(range => range.Last)),
            Periods = [.. asked.Select(range => new AskedPeriod(Period.Of(range), range))],
        };
        var errors = new QuestionErrors();
        var answer = await totals.Answer([node], question, errors);
        return (answer?.Periods[0], answer?.Periods.ElementAtOrDefault(1));
    }

    /// <summary>The last day of the last period whose figures were due; of what comes when it happens, the day itself.</summary>
    private DateOnly MeasuredTo(Frequency frequency, DateOnly day, WorkingDays working)
    {
        if (!PeriodSizes.TryParse(frequency.Text(), out var size)) return day;
        var period = Period.Of(day, size);
        while (working.Due(period.Range, duties.Value.GraceDays) > day) period = Period.Of(period.First.AddDays(-1), size);
        return period.Last;
    }

    private static Amount? ValueOf(PeriodAnswer? answer, string unit) => answer switch
    {
        null => null,
        { Amounts: { } amounts } => amounts.FirstOrDefault(amount => amount.Unit == unit)?.Value,
        { Unit: { } only } when only != unit => null,
        _ => answer.Value ?? answer.Median,
    };
}
