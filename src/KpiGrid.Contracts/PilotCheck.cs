namespace KpiGrid;

/// <summary>What a pilot must satisfy.</summary>
internal static class PilotCheck
{
    private const int KpiStreamsMax = 10_000;
    private const int ListMax = 100;

    public static IReadOnlyList<Problem> Of(PilotFacts facts)
    {
        var problems = new Problems();
        problems.Name("name", facts.Name);
        problems.Text("lead", facts.Lead, PlainText.NameMax);
        problems.Require(Enum.IsDefined(facts.Kind), "kind", null, "kind-unknown", $"One of: {PilotKinds.Texts.All}.");
        problems.Day("start", facts.Start);
        problems.Require(!(facts.PlannedEnd <= facts.Start), "plannedEnd", null, "range-empty",
            "Let it be after the start.");
        if (facts.ClosedBefore is { } open) problems.Day("closedBefore", open);
        problems.Require(facts.ApprovalLevels is null or (>= 0 and <= 2), "approvalLevels", facts.ApprovalLevels,
            "value-out-of-range", "Use 0, 1 or 2.");
        Words(facts, problems);
        Stages(facts, problems);
        Budget(facts, problems);
        NormaliserCheck.Into(problems, facts.Normalisers);
        ShareCheck.Into(problems, facts);
        KpiStreams(facts, problems);
        return problems.Found;
    }

    private static void Words(PilotFacts facts, Problems problems)
    {
        problems.Count(facts.Tags.Count, ListMax, "tags");
        foreach (var (index, tag) in facts.Tags.Index()) problems.Name($"tags[{index}]", tag);
        problems.Count(facts.Links.Count, ListMax, "links");
        foreach (var (index, link) in facts.Links.Index())
        {
            problems.Name($"links[{index}].title", link.Title);
            problems.WebAddress($"links[{index}].url", link.Url);
        }
    }

    private static void Stages(PilotFacts facts, Problems problems)
    {
        problems.Count(facts.Stages.Count, ListMax, "stages");
        foreach (var (index, stage) in facts.Stages.Index())
        {
            problems.Name($"stages[{index}].name", stage.Name);
            problems.Day($"stages[{index}].on", stage.On);
        }
    }

    private static void Budget(PilotFacts facts, Problems problems)
    {
        problems.Count(facts.Budget.Count, ListMax, "budget");
        foreach (var (index, budget) in facts.Budget.Index())
        {
            var field = $"budget[{index}]";
            problems.Days(field, budget.From, budget.To);
            problems.Require(Currency.IsCode(budget.Currency), $"{field}.currency", budget.Currency, "currency-unknown",
                "Give an ISO 4217 code, such as DKK.");
            problems.Require(budget.Amount.Sign >= 0 && budget.Amount < Amount.Of(1_000_000_000_000_000),
                $"{field}.amount", budget.Amount, "value-out-of-range", "Give an amount from 0 to below 1e15.");
        }
    }

    private static void KpiStreams(PilotFacts facts, Problems problems)
    {
        problems.Count(facts.Kpis.Count, KpiStreamsMax, "kpis");
        var participants = facts.Shares.Select(share => share.Municipality).ToHashSet();
        var whole = new List<(int, (KpiCode, ClassId?, MunicipalityId?), DayRange)>();
        foreach (var (index, declared) in facts.Kpis.Index())
        {
            var field = $"kpis[{index}]";
            problems.Require(declared.Kpi != default, $"{field}.kpi", null, "kpi-required", "Give a KPI code.");
            problems.Require(declared.Municipality is not { } named || participants.Contains(named),
                $"{field}.municipality", declared.Municipality, "municipality-without-share",
                "Name a municipality that has a share in the pilot, or none.");
            problems.Count(declared.Tags?.Count ?? 0, ListMax, $"{field}.tags");
            foreach (var (at, tag) in (declared.Tags ?? []).Index()) problems.Name($"{field}.tags[{at}]", tag);
            if (!problems.Days(field, declared.From, declared.To)) continue;
            whole.Add((index, (declared.Kpi, declared.Class, declared.Municipality),
                DayRange.Between(declared.From, declared.To)));
        }
        problems.Apart("kpis", whole);
    }
}
