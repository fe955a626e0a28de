using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid instruments</c>: what is behind movements, and what it came to.</summary>
internal static class InstrumentsCommand
{
    private static readonly string[] Header = ["instrument", "kind", "kpi", "effect", "unit", "measurements", "pilots", "next steps"];

    private static readonly Argument<string[]> Places = SpanOptions.Places("regions/ID or municipalities/CODE");

    private static readonly Option<string?> Text = new("--q") { Description = "Words of its title, address or kind" };

    private static readonly Option<string?> Kpi = new("--kpi") { Description = "What worked for this KPI, the best first" };

    public static Command Create()
    {
        var command = new Command("instruments",
            "Show which decision trees, tender texts and books are behind what moved, and what it came to.\n"
            + "Example: kpigrid instruments regions/gvt --from 2026-01-01 --to 2027-01-01 --q book")
        {
            Places, SpanOptions.From, SpanOptions.To, Text, Kpi,
        };
        command.Asks(asked => "/v1/instruments?" + Question.Query(
            [
                .. SpanOptions.Query(asked.GetValue(Places)!), ("from", asked.GetValue(SpanOptions.From)), ("to", asked.GetValue(SpanOptions.To)),
                ("q", asked.GetValue(Text)), ("kpi", asked.GetValue(Kpi)),
            ]), Show);
        return command;
    }

    private static void Show(Screen screen, JsonElement told)
    {
        screen.Table(Header, TotalsTable.List(told, "instruments").SelectMany(Rows));
        if (told.TryGetProperty("hidden", out var hidden)) screen.Say($"{Said(hidden, "parts")} pilots are not shown to this key");
    }

    /// <summary>A line an effect; one without where nothing moved yet.</summary>
    private static IEnumerable<IReadOnlyList<string>> Rows(JsonElement instrument)
    {
        string[] name = [Said(instrument, "title"), Said(instrument, "kind")];
        string[] use = [string.Join(", ", TotalsTable.List(instrument, "pilots").Select(TotalsTable.Plain)), $"{TotalsTable.List(instrument, "steps").Length}"];
        var effects = TotalsTable.List(instrument, "effects");
        return effects.Length == 0 ? [[.. name, "", "", "", "0", .. use]] : effects.Select(effect => (IReadOnlyList<string>)
        [
            .. name, Said(effect, "kpi"), TotalsTable.Value(effect.GetProperty("total")),
            Said(effect.GetProperty("total"), "unit") is { Length: > 0 } currency ? currency : Said(effect, "unit"), Said(effect, "movements"), .. use,
        ]);
    }

    private static string Said(JsonElement holder, string name) => TotalsTable.Text(holder, name);
}
