namespace KpiGrid.Web.Rounds;

/// <summary>What stands in the form that sets a target.</summary>
public sealed record TargetEntry
{
    /// <summary>The KPI's code.</summary>
    public string Kpi { get; init; } = "";

    /// <summary>The period it is wanted in or at the end of.</summary>
    public string Period { get; init; } = "";

    /// <summary>The value wanted, as the reader's language writes numbers.</summary>
    public string Value { get; init; } = "";

    /// <summary>The currency, where the KPI is of money.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The period of the baseline; empty for none.</summary>
    public string From { get; init; } = "";

    /// <summary>The value of the baseline.</summary>
    public string Start { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What is wrong with it, in words.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    internal static TargetEntry Of(IFormCollection form) => new()
    {
        Kpi = Text(form, "kpi"), Period = Text(form, "period"), Value = Text(form, "value"), Currency = Text(form, "currency"),
        From = Text(form, "from"), Start = Text(form, "start"), Reason = Text(form, "reason"),
    };

    private static string Text(IFormCollection form, string name) => form[name].ToString().Trim();
}
