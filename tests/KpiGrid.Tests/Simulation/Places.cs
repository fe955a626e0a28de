namespace KpiGrid.Tests.Simulation;

/// <summary>The small world of every seed: who there is, what is measured, which days matter.</summary>
internal static class Places
{
    /// <summary>The municipalities there are at first; others come of them.</summary>
    public static readonly string[] Municipalities = ["DK-1", "DK-2", "DK-3"];

    public static readonly string[] Regions = ["east", "west"];
    public static readonly string[] Pilots = ["brick", "wood"];

    /// <summary>The KPIs that are there from the start.</summary>
    public static readonly IReadOnlyDictionary<string, KpiFacts> Kpis = new Dictionary<string, KpiFacts>
    {
        ["FLOW"] = Kpi(KpiKind.Flow, QuantityKind.WasteMass, "t"),
        ["SORT"] = Kpi(KpiKind.Flow, QuantityKind.WasteMass, "t") with { Classes = Classes("a", "b") },
        ["STOCK"] = Kpi(KpiKind.Stock, QuantityKind.FloorArea, "m2"),
        ["LEVEL"] = Kpi(KpiKind.Level, QuantityKind.GwpIntensity, "kgCO2e/m2/a") with { Weight = "m2" },
        ["RATIO"] = Kpi(KpiKind.Ratio, QuantityKind.DimensionlessRatio, "%") with { Numerator = "t", Denominator = "t" },
        ["SCORE"] = Kpi(KpiKind.Score, QuantityKind.Score, "score") with { Classes = Classes("1", "2", "3") },
    };

    /// <summary>A standing KPI that is created while everything runs.</summary>
    public const string Late = "LATE";

    public static readonly KpiFacts LateFacts = Kpi(KpiKind.Stock, QuantityKind.FloorArea, "m2");

    /// <summary>Spans that measurements are sent for: they lie inside each other and across changes.</summary>
    public static readonly string[] Periods =
    [
        "2026-01-10", "2026-01-31", "2026-02-01", "2026-02-14", "2026-02-15", "2026-03-01", "2026-03-20",
        "2026-01", "2026-02", "2026-03", "2026-Q1", "2026-01-10/2026-02-16",
    ];

    /// <summary>Days on which shares, memberships and municipalities change.</summary>
    public static readonly DateOnly[] ChangeDays =
        [new(2026, 1, 10), new(2026, 1, 20), new(2026, 2, 1), new(2026, 2, 15), new(2026, 3, 1)];

    /// <summary>Before this day nothing ever changes.</summary>
    public static readonly DateOnly Beginning = new(2025, 1, 1);

    /// <summary>What every node is asked.</summary>
    public static readonly DayRange[] Asked =
    [
        DayRange.Of(new(2026, 1, 10)), DayRange.Of(new(2026, 1, 31)), DayRange.Of(new(2026, 2, 14)),
        DayRange.Of(new(2026, 2, 15)), Period.Parse("2026-01").Range, Period.Parse("2026-02").Range,
        Period.Parse("2026-03").Range, Period.Parse("2026-Q1").Range, Period.Parse("2026").Range,
        Period.Parse("2025").Range,
    ];

    /// <summary>Days on whose maps regions are split: before, amid (on a day of changes itself) and after them.</summary>
    public static readonly DateOnly[] Maps = [new(2025, 6, 1), new(2026, 2, 1), new(2026, 12, 31)];

    public static bool IsStanding(string kpi) => kpi is "STOCK" or "LEVEL" or "SCORE" or Late;

    private static KpiFacts Kpi(KpiKind kind, QuantityKind quantity, string unit) => new()
    {
        Names = new() { En = "One", Da = "En", Nl = "Een" },
        Definitions = new() { En = "One", Da = "En", Nl = "Een" },
        Kind = kind,
        Quantity = quantity,
        Unit = unit,
        Frequency = Frequency.Month,
    };

    private static IReadOnlyList<ClassId> Classes(params string[] ids) => [.. ids.Select(ClassId.Parse)];
}
