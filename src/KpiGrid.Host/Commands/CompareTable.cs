using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary>A comparison, as tables.</summary>
internal static class CompareTable
{
    private static readonly string[] header = ["rank", "line", "value", "amount", "divided by", "coverage", "marks"];

    public static void Show(Screen screen, JsonElement answer)
    {
        screen.Say($"{Text(answer, "kpi")} in {Text(answer, "unit")}{Per(answer)}, definition version {Text(answer, "definition")}");
        if (answer.TryGetProperty("rates", out var rates)) screen.Say(Rates(rates));
        var ranks = TotalsTable.List(answer, "ranking").ToDictionary(rank => Text(rank, "key"),
            rank => Text(rank, "rank") + (rank.GetProperty("shared").GetBoolean() ? "=" : ""));
        screen.Table(header, TotalsTable.List(answer, "lines")
            .OrderBy(line => int.TryParse(ranks.GetValueOrDefault(Text(line, "key"), "").TrimEnd('='), out var rank) ? rank : int.MaxValue)
            .Select(line => Line(line, ranks)));
        foreach (var spread in TotalsTable.List(answer, "spread"))
            screen.Say($"{Text(spread, "period")}: median {Value(spread, "median")}, from {Value(spread, "low")} to {Value(spread, "high")}, of {Text(spread, "count")}");
        foreach (var reason in TotalsTable.List(answer.GetProperty("gate"), "reasons"))
            screen.Say($"Not ranked ({Text(reason, "code")}): {Text(reason, "text")} {string.Join(", ", TotalsTable.List(reason, "lines").Select(TotalsTable.Plain))}".TrimEnd());
        if (answer.TryGetProperty("scale", out var scale))
            screen.Say($"If all members of {Text(scale, "region")} did this: {Text(scale, "low")} to {Text(scale, "high")} {Text(answer, "unit")}");
    }

    private static IReadOnlyList<string> Line(JsonElement line, Dictionary<string, string> ranks)
    {
        var whole = line.GetProperty("whole");
        return
        [
            ranks.GetValueOrDefault(Text(line, "key"), "-"), $"{Text(line, "key")} {Text(line, "name")}".TrimEnd(),
            Value(whole, "value"), Value(whole, "absolute"), Text(whole, "divisor"), TotalsTable.Coverage(whole),
            string.Join(", ", TotalsTable.List(whole, "marks").Select(TotalsTable.Plain)),
        ];
    }

    private static string Per(JsonElement answer) => Text(answer, "perUnit") is { Length: > 0 } unit
        ? $" per {Text(answer, "perUnits")} {unit}" : "";

    private static string Rates(JsonElement rates) =>
        $"Money in {Text(rates, "currency")} by series {Text(rates, "series")}, version {Text(rates, "version")}: "
        + string.Join(", ", TotalsTable.List(rates, "used").Select(rate =>
            $"1 {Text(rates, "base")} = {Text(rate, "value")} {Text(rates, "quote")} from {Text(rate, "from")}"));

    private static string Value(JsonElement holder, string name) =>
        Text(holder, name) is { Length: > 0 } value ? value : "no value";

    private static string Text(JsonElement holder, string name) => TotalsTable.Text(holder, name);
}
