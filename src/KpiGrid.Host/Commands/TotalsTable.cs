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

    private static string LeftOut(JsonElement left) => $"left out {Text(left, "class")} {Text(left, "value")}";

    public static string Value(JsonElement period)
    {
        var amounts = List(period, "amounts")
            .Select(amount => $"{Text(amount, "value")} {Text(amount, "unit")}")
            .ToList();
        if (amounts.Count > 0) return string.Join(" + ", amounts);
        return Text(period, "value") is { Length: > 0 } value ? value : "no value";
    }

    public static string Coverage(JsonElement period) =>
        period.TryGetProperty("coverage", out var coverage) && coverage.ValueKind == JsonValueKind.Object
            ? $"{Text(coverage, "reported")} of {Text(coverage, "expected")}"
            : "";

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
