using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid confirmations</c>: what was reported on behalf of municipalities, and what waits for them.</summary>
internal static class ConfirmationsCommand
{
    private static readonly string[] Header =
        ["status", "municipality", "part", "of", "pilot", "kpi", "class", "period", "measurement", "revision", "said"];

    public static Command Create() => PlaceQuestion.Create("confirmations",
        "Show what was reported on behalf of municipalities, and whether they confirm it.\n"
        + "Example: kpigrid confirmations municipalities/BE-34009",
        Show, onDay: false);

    private static void Show(Screen screen, JsonElement told)
    {
        screen.Say($"{TotalsTable.Text(told, "node")}: {TotalsTable.Text(told, "waiting")} waiting for confirmation");
        screen.Table(Header, TotalsTable.List(told, "lines").Select(Row));
        if (TotalsTable.Text(told, "more") is { Length: > 0 } more) screen.Say($"{more} more");
    }

    private static IReadOnlyList<string> Row(JsonElement line)
    {
        var (member, unit) = (line.GetProperty("member"), TotalsTable.Text(line, "unit"));
        return
        [
            TotalsTable.Text(member, "status"), $"{TotalsTable.Text(member, "municipality")} {TotalsTable.Text(member, "name")}".TrimEnd(),
            $"{TotalsTable.Text(member, "part")} {unit}",
            $"{TotalsTable.Text(line, "whole")} {unit}, {TotalsTable.Text(line, "rule")}, for {TotalsTable.Text(line, "onBehalfOf")}",
            TotalsTable.Text(line, "pilot"), TotalsTable.Text(line, "kpi"), TotalsTable.Text(line, "class"),
            TotalsTable.Text(line, "period"), TotalsTable.Text(line, "measurement"), TotalsTable.Text(line, "revision"),
            Said(member.GetProperty("said"), unit),
        ];
    }

    /// <summary>What was said, by whom and when, of which revision.</summary>
    public static string Said(JsonElement said, string unit)
    {
        if (said.ValueKind == JsonValueKind.Null) return "";
        var reason = TotalsTable.Text(said, "reason") is { Length: > 0 } why ? $": {why}" : "";
        return $"{TotalsTable.Text(said, "act")} {TotalsTable.Text(said, "part")} {unit} of revision {TotalsTable.Text(said, "revision")} "
            + $"by {TotalsTable.Text(said, "author")} at {TotalsTable.Text(said, "recordedAt")}{reason}";
    }
}
