using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid matrix</c>: types of building by material stream.</summary>
internal static class MatrixCommand
{
    private static readonly Argument<string> Place = new("place") { Description = "regions/ID or municipalities/CODE" };

    private static readonly Option<string[]> Beside = new("--beside")
    {
        Description = "A KPI by type of building, to stand beside; as often as wanted", Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create()
    {
        var command = new Command("matrix",
            "Show what each type of building gave of each class of a KPI.\n"
            + "Example: kpigrid matrix regions/gvt --kpi MAT-REU --from 2026-01-01 --to 2026-07-01 --beside VAC-A --beside BLD-KEEP")
        {
            Place, SpanOptions.Kpi, SpanOptions.From, SpanOptions.To, Beside,
        };
        command.Asks(asked => $"/v1/{asked.GetValue(Place)}/matrix?" + Question.Query(
            [.. SpanOptions.Query(asked), .. (asked.GetValue(Beside) ?? []).Select(kpi => ("beside", (string?)kpi))]), Show);
        return command;
    }

    private static void Show(Screen screen, JsonElement matrix)
    {
        var lines = TotalsTable.List(matrix, "lines");
        var beside = lines.Length == 0 ? [] : TotalsTable.List(lines[0], "beside");
        screen.Say($"{Text(matrix, "kpi")} in {Text(matrix, "unit")} from {Text(matrix, "from")} until {Text(matrix, "to")}");
        screen.Table(
            [
                "building", .. beside.Select(column => $"{Text(column, "kpi")} {Text(column, "unit")}"), "pilots",
                .. TotalsTable.List(matrix, "classes").Select(TotalsTable.Plain), "sum",
            ],
            [
                .. lines.Select(line => Row(line, Text(line, "buildingType") is { Length: > 0 } type ? type : "no building type", beside.Length)),
                .. matrix.TryGetProperty("hidden", out var hidden) ? [Row(hidden, "not shown to this key", beside.Length)] : Array.Empty<IReadOnlyList<string>>(),
                Row(matrix.GetProperty("total"), "total", beside.Length),
            ]);
    }

    private static IReadOnlyList<string> Row(JsonElement line, string name, int beside) =>
    [
        name, .. TotalsTable.List(line, "beside").Select(column => Text(column, "value")).Concat(Enumerable.Repeat("", beside)).Take(beside),
        Text(line, "pilots"), .. TotalsTable.List(line, "cells").Select(TotalsTable.Plain), Text(line, "value"),
    ];

    private static string Text(JsonElement holder, string name) => TotalsTable.Text(holder, name);
}
