using System.CommandLine;

namespace KpiGrid.Host.Commands;

/// <summary>What a question about places, of one KPI and over a span of days, is asked with.</summary>
internal static class SpanOptions
{
    public static Option<string> Kpi { get; } = new("--kpi") { Description = "The KPI code", Required = true };

    public static Option<string> From { get; } = new("--from") { Description = "The first day", Required = true };

    public static Option<string> To { get; } = new("--to") { Description = "The day after the last", Required = true };

    public static Argument<string[]> Places(string description) =>
        new("place") { Description = description, Arity = ArgumentArity.OneOrMore };

    public static IReadOnlyList<(string Name, string? Value)> Query(ParseResult asked) =>
        [("kpi", asked.GetValue(Kpi)), ("from", asked.GetValue(From)), ("to", asked.GetValue(To))];

    public static IEnumerable<(string Name, string? Value)> Query(IEnumerable<string> places) =>
        places.Select(place => ("place", (string?)place));
}
