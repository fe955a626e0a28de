namespace KpiGrid;

/// <summary>What a target must satisfy.</summary>
internal static class TargetCheck
{
    private const int PointsMax = 100;
    private static readonly Amount ValueLimit = Amount.Of(1_000_000_000_000_000);

    public static IReadOnlyList<Problem> Of(TargetFacts facts)
    {
        var problems = new Problems();
        problems.Name("unit", facts.Unit);
        problems.Require(facts.Points.Count > 0, "points", null, "points-required", "Say what is wanted when.");
        problems.Count(facts.Points.Count, PointsMax, "points");
        var periods = new HashSet<Period>();
        foreach (var (index, point) in facts.Points.Index())
        {
            Knot(problems, $"points[{index}]", point.Period, point.Value);
            problems.Require(periods.Add(point.Period), $"points[{index}].period", point.Period, "period-doubled",
                "Say once what is wanted of a period.");
        }
        if (facts.Baseline is { } baseline) Check(problems, baseline, facts.Points);
        return problems.Found;
    }

    /// <summary>What is wrong with a target of this KPI, where it is for a class or for none.</summary>
    public static IEnumerable<Problem> OfKpi(TargetFacts facts, KpiFacts kpi, ClassId? @class)
    {
        var isMoney = kpi.Unit == "money";
        if (isMoney ? !Currency.IsCode(facts.Unit) : facts.Unit != kpi.Unit)
            yield return new("unit", facts.Unit, "unit-of-another",
                isMoney ? "Write the currency, such as DKK." : $"Write the values in the KPI's unit, {kpi.Unit}.");
        if (@class is { } asked && !kpi.Classes.Contains(asked))
            yield return new("class", asked.Value, "class-unknown", kpi.Classes.Count == 0
                ? "The KPI has no classes: leave it out." : $"One of: {string.Join(", ", kpi.Classes)}.");
    }

    private static void Check(Problems problems, Baseline baseline, IReadOnlyList<TargetPoint> points)
    {
        Knot(problems, "baseline", baseline.Period, baseline.Value);
        problems.Text("baseline.comment", baseline.Comment, PlainText.NoteMax);
        problems.Require(points.All(point => point.Period.Last > baseline.Period.Last), "baseline.period",
            baseline.Period, "baseline-too-late", "A baseline ends before every point does.");
    }

    private static void Knot(Problems problems, string field, Period period, Amount? value)
    {
        problems.Require(period.First.Year >= 1900, $"{field}.period", null, "period-required",
            "Give a period from 1900 on, such as 2026 or 2026-Q1.");
        problems.Require(value is not null, $"{field}.value", null, "value-required", "Give a number.");
        problems.Require(value is not { } amount || (amount < ValueLimit && -amount < ValueLimit), $"{field}.value", value,
            "value-out-of-range", "Give a number below 1e15.");
    }
}
