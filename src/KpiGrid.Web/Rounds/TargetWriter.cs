using System.Text.Json;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Rounds;

/// <summary>Sets one value of a region's target; the others stay. That the caller may is asked before.</summary>
internal sealed class TargetWriter(IGrainFactory grains, KnownNouns nouns)
{
    /// <summary>What is wrong with it, in words; empty when it is set.</summary>
    public async Task<IReadOnlyList<string>> Put(Visit visit, TargetEntry entry)
    {
        var words = visit.Words.Rounds;
        if (!KpiCode.TryParse(entry.Kpi, out var code) || await nouns.ReadAsOf<KpiFacts>($"kpi/{code}", null) is not { } kpi)
            return [words.KpiWrong];
        var stream = $"target/{visit.State.Place}/{code}";
        var before = await nouns.ReadAsOf<TargetFacts>(stream, null);
        var wrong = new List<string>();
        var facts = Facts(visit.Words, entry, before?.Facts, kpi.Facts, wrong);
        if (wrong.Count > 0) return wrong;
        var change = new RegistryChange
        {
            Facts = JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options),
            Author = visit.Caller.Author, Reason = entry.Reason.Length > 0 ? entry.Reason : null, IfMatch = before?.Entry.Head ?? 0,
        };
        var answer = await Writes.Once(() => grains.GetGrain<IRegistryGrain>(stream).Put(change));
        nouns.Forget(stream);
        return [.. answer.Problems.Select(problem => InWords(words, problem))];
    }

    private static TargetFacts Facts(Words words, TargetEntry entry, TargetFacts? before, KpiFacts kpi, List<string> wrong)
    {
        var (period, value) = Knot(words, entry.Period, entry.Value, wrong);
        var baseline = entry.From.Length + entry.Start.Length > 0 ? Knot(words, entry.From, entry.Start, wrong) : ((Period, Amount)?)null;
        var unit = kpi.Unit != "money" ? kpi.Unit : entry.Currency.Length > 0 ? entry.Currency : before?.Unit ?? "";
        var others = (before?.Points ?? []).Where(point => point.Period != period);
        return new()
        {
            Unit = unit, Sample = before?.Sample ?? false,
            Points = [.. others.Append(new() { Period = period, Value = value }).OrderBy(point => point.Period.Last)],
            Baseline = baseline is { } start ? new() { Period = start.Item1, Value = start.Item2 } : before?.Baseline,
        };
    }

    private static (Period, Amount) Knot(Words words, string periodText, string valueText, List<string> wrong)
    {
        if (!Period.TryParse(periodText, out var period)) wrong.Add(words.Rounds.PeriodWrong);
        NumberStyle.TryOf(words.Language.Tag, out var style);
        if (!style!.TryRead(valueText, out var value, out _)) wrong.Add(Words.Fill(words.Rounds.ValueWrong, style.Example));
        return (period, value);
    }

    private static string InWords(RoundsWords words, Problem problem) => problem.Code switch
    {
        "reason-required" => words.ReasonWrong,
        "not-the-head" => words.ChangedMeanwhile,
        "baseline-too-late" => words.BaselineWrong,
        "unit-of-another" or "text-required" => words.CurrencyWrong,
        "period-required" => words.PeriodWrong,
        _ => Words.Fill(words.OtherWrong, problem.Field, problem.Remedy),
    };
}
