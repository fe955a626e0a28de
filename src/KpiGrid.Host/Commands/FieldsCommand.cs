using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid fields</c>: a place by field.</summary>
internal static class FieldsCommand
{
    private static readonly string[] Header = ["field", "kpi", "value", "unit", "pilots", "every", "reported until", "late"];

    private static readonly string[] Several = ["pilot", "kpi", "touches"];

    private static readonly Argument<string> Place = new("place") { Description = "regions/ID or municipalities/CODE" };

    public static Command Create()
    {
        var command = new Command("fields",
            "Show what a place has in each of the four fields: companies, education, citizens, the municipality as organisation.\n"
            + "Example: kpigrid fields regions/ncc --from 2026-01-01 --to 2027-01-01")
        {
            Place, SpanOptions.From, SpanOptions.To,
        };
        command.Asks(asked => $"/v1/{asked.GetValue(Place)}/fields?" + Question.Query(
            [("from", asked.GetValue(SpanOptions.From)), ("to", asked.GetValue(SpanOptions.To))]), Show);
        return command;
    }

    private static void Show(Screen screen, JsonElement told)
    {
        screen.Say($"{Text(told, "node")} from {Text(told, "from")} until {Text(told, "to")}");
        screen.Table(Header, TotalsTable.List(told, "fields").SelectMany(Rows));
        screen.Table(Several, TotalsTable.List(told, "shared").Select(each => (IReadOnlyList<string>)
            [Text(each, "pilot"), Text(each, "kpi"), string.Join(", ", TotalsTable.List(each, "fields").Select(TotalsTable.Plain))]));
        screen.Say($"In no field: {Text(told, "untagged")} KPIs of pilots");
        if (told.TryGetProperty("hidden", out var hidden)) screen.Say($"{Text(hidden, "parts")} pilots are not shown to this key");
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(JsonElement field)
    {
        var kpis = TotalsTable.List(field, "kpis");
        return kpis.Length == 0 ? [[Text(field, "field"), "", "", "", "0", "", "", ""]] : kpis.Select(kpi => (IReadOnlyList<string>)
        [
            Text(field, "field"), Text(kpi, "kpi"), TotalsTable.Value(kpi.GetProperty("total")),
            Text(kpi.GetProperty("total"), "unit") is { Length: > 0 } currency ? currency : Text(kpi, "unit"),
            Text(kpi, "pilots"), Text(kpi, "frequency"), Text(kpi, "lastReported"), Text(kpi, "late"),
        ]);
    }

    private static string Text(JsonElement holder, string name) => TotalsTable.Text(holder, name);
}
