namespace KpiGrid;

/// <summary>What a turn must satisfy.</summary>
internal static class TurnCheck
{
    private const int StepsMax = 3;
    private const int StepMax = 280;

    public static IReadOnlyList<Problem> Of(TurnFacts facts)
    {
        var problems = new Problems();
        problems.Require(facts.NothingToReport || facts.Kpi is not null || facts.Steps.Count > 0, "steps", null, "turn-empty",
            "Give a next step, name a KPI, or say nothingToReport.");
        problems.Count(facts.Steps.Count, StepsMax, "steps");
        foreach (var (index, step) in facts.Steps.Index())
        {
            problems.Require(!string.IsNullOrWhiteSpace(step.Text), $"steps[{index}].text", null, "text-required", "Give a text.");
            problems.Text($"steps[{index}].text", step.Text, StepMax);
            if (step.Link is { } link) problems.WebAddress($"steps[{index}].link", link);
            if (step.By is { } day) problems.Day($"steps[{index}].by", day);
        }
        return problems.Found;
    }
}
