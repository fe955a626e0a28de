using System.Text.Json;

namespace KpiGrid.Host.Verification;

/// <summary>What a KPI's latest definition says about reading its totals.</summary>
internal sealed record KpiDocument(string Code, string Kind, string Unit, IReadOnlyList<string> Classes)
{
    /// <summary>Whether a value holds until the next one.</summary>
    public bool IsStanding => Kind is "stock" or "level" or "score";

    /// <summary>Whether its answer is a quotient.</summary>
    public bool IsQuotient => Kind is "ratio" or "level";

    public static KpiDocument Read(string code, JsonElement facts) => new(
        code, facts.Text("kind")!, facts.Text("unit") ?? "", [.. facts.Items("classes").Select(id => id.GetString()!)]);
}
