using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid lineage</c>: who repeats a pilot, since when, and with what result.</summary>
internal static class LineageCommand
{
    private static readonly string[] Relatives = ["pilot", "name", "repeats", "start", "in its days", "the original then", "difference", "fair"];

    private static readonly string[] Curve = ["by", "replicas", "reported"];

    private static readonly Argument<string> Pilot = new("pilot") { Description = "The id of a pilot of the family" };

    /// <summary>What is passed on as it is, by the name that the API has for it.</summary>
    private static readonly (string Name, Option<string?> Option)[] asking =
    [
        ("kpi", new("--kpi") { Description = "Compare results by this KPI" }),
        ("class", new("--class") { Description = "Only this class" }),
        ("by", new("--by") { Description = "month, or stage" }),
        ("months", new("--months") { Description = "At most so many months from each pilot's start" }),
        ("per", new("--per") { Description = "What to divide by: inhabitant, budget, m2, fte" }),
        ("rates", new("--rates") { Description = "The pinned rate series to convert money by" }),
        ("currency", new("--currency") { Description = "What to convert it to" }),
        ("scaleTo", new("--scale-to") { Description = "What if all members of this region did the same; with --per inhabitant" }),
    ];

    public static Command Create()
    {
        var command = new Command("lineage",
            "Show who repeats a pilot, since when, and what came of it beside the original.\n"
            + "Example: kpigrid lineage rotterdam-icoon --kpi CO2-AVD --per inhabitant --scale-to cirkelstad")
        {
            Pilot,
        };
        foreach (var (_, option) in asking) command.Add(option);
        command.Asks(asked => $"/v1/pilots/{asked.GetValue(Pilot)}/lineage?"
            + Question.Query(asking.Select(each => (each.Name, asked.GetValue(each.Option)))), Show);
        return command;
    }

    private static void Show(Screen screen, JsonElement lineage)
    {
        screen.Say($"The original is {Text(lineage, "original")}");
        screen.Table(Relatives, TotalsTable.List(lineage, "pilots").Select(Relative));
        screen.Table(Curve, TotalsTable.List(lineage, "adoption").Select(point => (IReadOnlyList<string>)
            [Text(point, "on"), Text(point, "replicas"), Text(point, "reported")]));
        foreach (var (pilot, reason) in TotalsTable.List(lineage, "pilots").SelectMany(Reasons))
            screen.Say($"{pilot} is not like the original ({Text(reason, "code")}): {Text(reason, "text")}");
        if (lineage.TryGetProperty("comparison", out var together)) CompareTable.Show(screen, together);
        if (lineage.TryGetProperty("hidden", out var hidden)) screen.Say($"{Text(hidden, "parts")} more of the family are not shown to this key");
    }

    private static IReadOnlyList<string> Relative(JsonElement pilot)
    {
        var name = new string(' ', 2 * pilot.GetProperty("generation").GetInt32()) + Text(pilot, "pilot");
        string[] known = [name, Text(pilot, "name"), Text(pilot, "replicaOf"), Text(pilot, "start")];
        if (!pilot.TryGetProperty("result", out var result)) return [.. known, "", "", "", ""];
        return
        [
            .. known, Text(result.GetProperty("replica"), "value"), Text(result.GetProperty("original"), "value"),
            Text(result, "difference"), result.GetProperty("gate").GetProperty("open").GetBoolean() ? "yes" : "no",
        ];
    }

    private static IEnumerable<(string Pilot, JsonElement Reason)> Reasons(JsonElement pilot) =>
        pilot.TryGetProperty("result", out var result)
            ? TotalsTable.List(result.GetProperty("gate"), "reasons").Select(reason => (Text(pilot, "pilot"), reason)) : [];

    private static string Text(JsonElement holder, string name) => TotalsTable.Text(holder, name);
}
