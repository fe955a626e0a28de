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
        screen.Table(Header, TotalsTable.List(told, "figures").SelectMany(figure =>
            TotalsTable.List(figure.GetProperty("behalf"), "members").Select(member => Row(figure, member))));
        if (TotalsTable.Text(told, "more") is { Length: > 0 } more) screen.Say($"{more} more");
    }

    private static IReadOnlyList<string> Row(JsonElement figure, JsonElement member)
    {
        var unit = TotalsTable.Text(figure, "unit");
        return
        [
            TotalsTable.Text(member, "status"), $"{TotalsTable.Text(member, "municipality")} {TotalsTable.Text(member, "name")}".TrimEnd(),
            $"{TotalsTable.Text(member, "part")} {unit}", Whole(figure, unit), TotalsTable.Text(figure, "pilot"),
            TotalsTable.Text(figure, "kpi"), TotalsTable.Text(figure, "class"), TotalsTable.Text(figure, "period"),
            TotalsTable.Text(figure, "measurement"), TotalsTable.Text(figure, "revision"), Said(member.GetProperty("said"), unit),
        ];
    }

    private static string Whole(JsonElement figure, string unit)
    {
        var behalf = figure.GetProperty("behalf");
        var own = TotalsTable.Text(behalf, "own") is { Length: > 0 } part and not "0" ? $", {part} of it reported by participants" : "";
        return $"{TotalsTable.Text(behalf, "whole")} {unit} for {TotalsTable.Text(figure, "onBehalfOf")}, {TotalsTable.Text(figure, "rule")}{own}";
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
