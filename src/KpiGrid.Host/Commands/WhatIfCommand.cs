using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid what-if</c>: what a region would come to without some of its members or pilots.</summary>
internal static class WhatIfCommand
{
    private static readonly string[] Header = ["kpi", "unit", "now", "without", "difference", "coverage now", "without", "targets"];

    private static readonly Argument<string> Place = new("place") { Description = "regions/ID" };

    private static readonly Option<string[]> Without = new("--without")
    {
        Description = "municipalities/CODE or pilots/ID; several are left out together",
        Required = true, AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Kpi = new("--kpi") { Description = "Only this KPI" };

    public static Command Create()
    {
        var command = new Command("what-if",
            "Show what a region would come to without some of its members or pilots; nothing is stored.\n"
            + "Example: kpigrid what-if regions/ncc --without municipalities/DK-0615 --from 2026-01-01 --to 2026-04-01")
        {
            Place, Without, Kpi, SpanOptions.From, SpanOptions.To,
        };
        command.Asks(asked => $"/v1/{asked.GetValue(Place)}/what-if?" + Question.Query(
        [
            .. asked.GetValue(Without)!.Select(node => ("without", (string?)node)), ("kpi", asked.GetValue(Kpi)),
            ("from", asked.GetValue(SpanOptions.From)), ("to", asked.GetValue(SpanOptions.To)),
        ]), Show);
        return command;
    }

    private static void Show(Screen screen, JsonElement answer)
    {
        var names = TotalsTable.List(answer, "without").Select(node => $"{TotalsTable.Text(node, "name")} ({TotalsTable.Text(node, "node")})");
        screen.Say($"{TotalsTable.Text(answer, "node")} from {TotalsTable.Text(answer, "from")} until {TotalsTable.Text(answer, "to")} "
            + $"without {string.Join(", ", names)}");
        screen.Table(Header, TotalsTable.List(answer, "kpis").Select(Row));
    }

    private static IReadOnlyList<string> Row(JsonElement line)
    {
        var (now, without) = (line.GetProperty("now"), line.GetProperty("without"));
        return
        [
            TotalsTable.Text(line, "kpi"), TotalsTable.Text(line, "unit"), TotalsTable.Value(now), TotalsTable.Value(without),
            TotalsTable.Text(line, "difference"), TotalsTable.Coverage(now), TotalsTable.Coverage(without),
            string.Join("; ", TotalsTable.List(line, "targets").Select(Target)),
        ];
    }

    private static string Target(JsonElement target)
    {
        string Status(string side) => TotalsTable.Text(target.GetProperty(side), "status");
        return $"{TotalsTable.Text(target, "wanted")} {TotalsTable.Text(target, "unit")} of {TotalsTable.Text(target, "period")}: "
            + $"{Status("now")}, then {Status("without")}";
    }
}
