using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary>The answer to a question for totals, as a table.</summary>
internal static class TotalsTable
{
    private static readonly string[] Header = ["place", "period", "value", "n", "coverage", "marks"];

    public static void Show(Screen screen, JsonElement totals)
    {
        var unit = Text(totals, "unit");
        var definition = Text(totals, "definition");
        screen.Say($"{Text(totals, "kpi")} in {unit}, definition version {definition}");
        if (totals.TryGetProperty("reading", out var reading)) screen.Say(Read(reading));
        if (totals.TryGetProperty("rates", out var rates)) screen.Say(Rates(rates));
        foreach (var ended in List(totals, "ended")) screen.Say(Ended(ended));
        var rows = Periods(totals, Text(totals, "node") is { Length: > 0 } node ? node : "total");
        var parts = List(totals, "split")
            .SelectMany(part => Periods(part, $"  {Text(part, "key")} {Text(part, "name")}".TrimEnd()));
        screen.Table(Header, rows.Concat(parts));
    }

    private static IEnumerable<IReadOnlyList<string>> Periods(JsonElement holder, string name) =>
        List(holder, "periods").Select(period => (IReadOnlyList<string>)
        [
            name, Text(period, "period"), Value(period), Text(period, "n"), Coverage(period),
            string.Join(", ", List(period, "marks").Select(Plain).Concat(List(period, "leftOut").Select(LeftOut))),
        ]);

    private static string Read(JsonElement reading) =>
        $"{Text(reading.GetProperty("names"), "en")} ({Text(reading, "id")}, version {Text(reading, "version")}"
        + $"{(reading.GetProperty("verified").GetBoolean() ? "" : ", not verified")}): "
        + $"counts {string.Join(", ", List(reading, "counts").Select(Plain))}";

    private static string Ended(JsonElement ended) =>
        $"{Text(ended, "region")}: {Text(ended, "municipality")} {Text(ended, "name")} ended {Text(ended, "ended")}; "
        + "not decided whether a member: "
        + string.Join(", ", List(ended, "successors").Select(next => $"{Text(next, "code")} {Text(next, "name")}"));

    private static string LeftOut(JsonElement left) => $"left out {Text(left, "class")} {Text(left, "value")}";

    public static string Value(JsonElement period)
    {
        if (Text(period, "value") is { Length: > 0 } value) return $"{value} {Text(period, "unit")}".TrimEnd();
        var amounts = List(period, "amounts").Select(amount => $"{Text(amount, "value")} {Text(amount, "unit")}").ToList();
        return amounts.Count > 0 ? string.Join(" + ", amounts) : "no value";
    }

    private static string Rates(JsonElement rates) => $"converted to {Text(rates, "currency")} by {Text(rates, "series")}, version "
        + $"{Text(rates, "version")}: " + string.Join(", ", List(rates, "used").Select(rate =>
            $"1 {Text(rates, "base")} = {Text(rate, "value")} {Text(rates, "quote")} from {Text(rate, "from")}"));

    public static string Coverage(JsonElement period) =>
        period.TryGetProperty("coverage", out var coverage) && coverage.ValueKind == JsonValueKind.Object
            ? $"{Text(coverage, "reported")} of {Text(coverage, "expected")}{Approved(coverage)}"
            : "";

    private static string Approved(JsonElement coverage) =>
        Text(coverage, "approved") is { Length: > 0 } approved and not "0" ? $", {approved} approved" : "";

    public static JsonElement[] List(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    public static string Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) ? Plain(value) : "";

    public static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };
}
