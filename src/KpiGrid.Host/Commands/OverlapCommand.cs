using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid overlap</c>: what places really come to, and what adding them up would count twice.</summary>
internal static class OverlapCommand
{
    private static readonly string[] Views = ["place", "allocated", "took part in, in full", "joint only"];

    private static readonly string[] Again = ["seen again", "name", "counts once", "counted again", "seen by"];

    private static readonly Argument<string[]> Places = SpanOptions.Places("regions/ID or municipalities/CODE");

    public static Command Create()
    {
        var command = new Command("overlap",
            "Show what places really come to, and what adding them up would count twice.\n"
            + "Example: kpigrid overlap regions/ncc regions/midtjylland --kpi CDW-DIV --from 2026-01-01 --to 2026-04-01")
        {
            Places, SpanOptions.Kpi, SpanOptions.From, SpanOptions.To,
        };
        command.Asks(asked => "/v1/overlap?" + Question.Query(
            [.. SpanOptions.Query(asked.GetValue(Places)!), .. SpanOptions.Query(asked)]), Show);
        return command;
    }

    private static void Show(Screen screen, JsonElement overlap)
    {
        string Said(string name) => TotalsTable.Text(overlap, name) is { Length: > 0 } value ? value : "no value";
        var places = TotalsTable.List(overlap, "places");
        screen.Say($"{Said("kpi")} in {Said("unit")} from {Said("from")} until {Said("to")}: {Said("real")}");
        screen.Say($"Its municipalities, with joint pilots in full, add to {Said("membersSum")}: {Said("twice")} is seen twice");
        if (places.Length > 1)
            screen.Say($"The {places.Length} places add to {Said("placesSum")}: {Said("placesTwice")} is seen twice");
        screen.Table(Views, places.Select(place => Texts(place, "place", "allocated", "tookPartIn", "jointOnly")));
        var pilots = TotalsTable.List(overlap, "pilots").Select(pilot => Row(pilot, "pilot", "inside", "seenBy"));
        var shared = TotalsTable.List(overlap, "municipalities").Select(each => Row(each, "municipality", "allocated", "seenIn"));
        screen.Table(Again, pilots.Concat(shared));
    }

    private static IReadOnlyList<string> Row(JsonElement line, string id, string once, string seers) =>
        [.. Texts(line, id, "name", once, "twice"), string.Join(", ", TotalsTable.List(line, seers).Select(TotalsTable.Plain))];

    private static IReadOnlyList<string> Texts(JsonElement line, params string[] names) =>
        [.. names.Select(name => TotalsTable.Text(line, name))];
}
