using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary>Editions and what changed since, as tables.</summary>
internal static class EditionTable
{
    private static readonly string[] ListHeader = ["number", "round", "cut-off", "days", "kpis", "numbers", "hash"];
    private static readonly string[] NumbersHeader = ["place", "kpi", "period", "value", "unit", "n", "coverage"];
    private static readonly string[] ChangesHeader = ["place", "kpi", "period", "was", "now", "by", "unit", "why"];

    public static void Made(Screen screen, JsonElement made)
    {
        Head(screen, made);
        screen.Say(made.TryGetProperty("repeated", out _) ? "It was there already." : "It is recorded, and never changes.");
    }

    public static void List(Screen screen, JsonElement editions) => screen.Table(ListHeader,
        TotalsTable.List(editions, "items").Select(edition => (IReadOnlyList<string>)
        [
            Text(edition, "number"), Text(edition, "round"), Text(edition, "cutOff"),
            $"{Text(edition, "from")} to {Text(edition, "to")}", Text(edition, "kpis"), Text(edition, "numbers"), Text(edition, "hash"),
        ]));

    public static void Show(Screen screen, JsonElement answer)
    {
        Head(screen, answer);
        var edition = answer.GetProperty("edition");
        var units = TotalsTable.List(edition, "kpis").ToDictionary(kpi => Text(kpi, "kpi"), kpi => Text(kpi, "unit"));
        screen.Table(NumbersHeader, TotalsTable.List(edition, "lines").SelectMany(line => Rows(line, units[Text(line, "kpi")])));
    }

    public static void Changes(Screen screen, JsonElement changes)
    {
        var changed = TotalsTable.List(changes, "changed");
        screen.Say($"{Text(changes, "region")}, edition {Text(changes, "number")}, cut-off {Text(changes, "cutOff")}");
        screen.Say($"hash {Text(changes, "hash")}");
        screen.Say($"changed since: {changed.Length} of {changed.Length + changes.GetProperty("unchanged").GetInt32()} numbers");
        if (changed.Length > 0) screen.Table(ChangesHeader, changed.Select(Row));
    }

    private static void Head(Screen screen, JsonElement answer)
    {
        var edition = answer.GetProperty("edition");
        var round = Text(edition, "round") is { Length: > 0 } name ? $", round {name}" : "";
        screen.Say($"{Text(answer, "region")}, edition {Text(answer, "number")}{round}, as known at {Text(edition, "cutOff")}");
        screen.Say($"hash {Text(edition, "hash")}");
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(JsonElement line, string unit)
    {
        var amounts = TotalsTable.List(line, "amounts");
        var values = amounts.Length > 0
            ? amounts.Select(amount => (Text(amount, "value"), Text(amount, "unit")))
            : [(Text(line, "value") is { Length: > 0 } value ? value : "no value", unit)];
        return values.Select(value => (IReadOnlyList<string>)
        [
            Text(line, "place"), Text(line, "kpi"), Text(line, "period"), value.Item1, value.Item2, Text(line, "n"),
            $"{Text(line, "reported")} of {Text(line, "expected")}",
        ]);
    }

    private static IReadOnlyList<string> Row(JsonElement change)
    {
        var place = Text(change, "name") is { Length: > 0 } name ? name : Text(change, "place");
        return
        [
            place, Text(change, "kpi"), Text(change, "period"), Or(Text(change, "was")), Or(Text(change, "now")),
            Signed(Text(change, "by")), Text(change, "unit"), Why(change),
        ];
    }

    private static string Why(JsonElement change)
    {
        var revisions = TotalsTable.List(change, "revisions").Select(Revision).ToList();
        if (change.TryGetProperty("more", out var more)) revisions.Add($"{more} more");
        return revisions.Count > 0 ? string.Join("; ", revisions) : "no measurement: shares, members or the definition";
    }

    private static string Revision(JsonElement revision)
    {
        var reason = Text(revision, "reason") is { Length: > 0 } text ? $": {text}" : "";
        var kind = Text(revision, "kind") == "initial" ? "reported later" : Text(revision, "kind");
        return $"{Text(revision, "pilot")} {Text(revision, "id")}, {Or(Text(revision, "was"))} to {Or(Text(revision, "now"))} "
            + $"{Text(revision, "unit")}, {Text(revision, "recordedAt")[..10]}, {kind}{reason}";
    }

    private static string Or(string value) => value.Length > 0 ? value : "nothing";

    private static string Signed(string value) => value.Length > 0 && value[0] is not '-' and not '0' ? "+" + value : value;

    private static string Text(JsonElement holder, string name) => TotalsTable.Text(holder, name);
}
