using System.CommandLine;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid compare</c>: pilots or places side by side on one KPI.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string[]> Places = new("place")
    {
        Description = "pilots/ID, municipalities/CODE or regions/ID, two or more; or --members",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Kpi = new("--kpi") { Description = "The KPI code", Required = true };

    /// <summary>What is passed on as it is, by the name that the API has for it.</summary>
    private static readonly (string Name, Option<string?> Option)[] others =
    [
        ("region", new("--members") { Description = "Compare the members of this region" }),
        ("class", new("--class") { Description = "Only this class" }),
        ("from", new("--from") { Description = "The first day" }),
        ("to", new("--to") { Description = "The day after the last" }),
        ("by", new("--by") { Description = "The length of the periods; stage on a pilot's clock" }),
        ("clock", new Option<string?>("--clock") { Description = "What periods are counted from" }.AcceptOnlyFromAmong("calendar", "pilot")),
        ("months", new("--months") { Description = "So many months of a pilot's clock" }),
        ("per", new Option<string?>("--per") { Description = "What to divide by" }
            .AcceptOnlyFromAmong("absolute", "inhabitant", "budget", "m2", "fte")),
        ("rates", new("--rates") { Description = "The pinned rate series to convert money by" }),
        ("currency", new("--currency") { Description = "What to convert it to" }),
        ("reading", new("--reading") { Description = "Count classes in this way: eu, dk, nl, vl, or own for that of each country" }),
        ("scaleTo", new("--scale-to") { Description = "What if all members of this region did the same" }),
    ];

    public static Command Create()
    {
        var command = new Command("compare",
            "Put pilots or places side by side: ranked where that is fair, else with the reasons why not.\n"
            + "Example: kpigrid compare --members ncc --kpi CDW-DIV --from 2026-01-01 --to 2026-04-01 --per inhabitant")
        {
            Places, Kpi,
        };
        foreach (var (_, option) in others) command.Add(option);
        command.Asks(Path, CompareTable.Show);
        return command;
    }

    private static string Path(ParseResult asked)
    {
        const string pilots = "pilots/";
        var query = asked.GetValue(Places)!.Select(place => place.StartsWith(pilots, StringComparison.Ordinal)
                ? ("pilots", place[pilots.Length..]) : ("place", (string?)place))
            .Append(("kpi", asked.GetValue(Kpi)))
            .Concat(others.Select(other => (other.Name, asked.GetValue(other.Option))));
        return "/v1/compare?" + Question.Query(query);
    }
}
