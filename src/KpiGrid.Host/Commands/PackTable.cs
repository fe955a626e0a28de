using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary>The pages of a round, each as it would be read aloud.</summary>
internal static class PackTable
{
    public static void Show(Screen screen, JsonElement pack)
    {
        var since = Text(pack, "since") is { Length: > 0 } before ? $", since {before}" : "";
        screen.Say($"{Text(pack, "title")}, {Text(pack, "date")}, as known at {Text(pack, "cutOff")}{since}"
            + (pack.GetProperty("preliminary").GetBoolean() ? " (preliminary)" : ""));
        foreach (var page in TotalsTable.List(pack, "pages")) Page(screen, page);
    }

    private static void Page(Screen screen, JsonElement page)
    {
        screen.Say("");
        screen.Say($"{Text(page, "name")} ({Text(page, "municipality")})");
        if (page.GetProperty("number") is { ValueKind: JsonValueKind.Object } number)
            screen.Say($"  one number: {Text(number, "kpi")} {Text(number, "period")}: {Text(number, "value")} "
                + Unit(number));
        foreach (var move in TotalsTable.List(page, "moved"))
            screen.Say($"  moved: {Text(move, "kpi")} {Text(move, "period")}: {Or(Text(move, "was"))} to "
                + $"{Or(Text(move, "now"))} {Unit(move)}");
        if (page.GetProperty("more").GetInt32() is > 0 and var more) screen.Say($"  and {more} more");
        foreach (var step in TotalsTable.List(page, "steps"))
            screen.Say($"  next: {Text(step, "text")}" + (Text(step, "by") is { Length: > 0 } by ? $", by {by}" : ""));
        if (page.GetProperty("nothingToReport").GetBoolean()) screen.Say("  nothing to report");
        if (Text(page, "says") is "silent") screen.Say("  nothing moved, and nothing was said");
    }

    private static string Unit(JsonElement holder) => Text(holder, "unit") is "1" ? "" : Text(holder, "unit");

    private static string Or(string value) => value.Length > 0 ? value : "nothing";

    private static string Text(JsonElement holder, string name) => TotalsTable.Text(holder, name);
}
