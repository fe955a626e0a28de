using System.CommandLine;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid totals</c>: what a place, or the union of several, adds up to.</summary>
internal static class TotalsCommand
{
    private static readonly Argument<string[]> Places = new("place")
    {
        Description = "regions/ID, municipalities/CODE or pilots/ID; several places are their union",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Kpi = new("--kpi") { Description = "The KPI code", Required = true };

    private static readonly Option<string> From = new("--from") { Description = "The first day", Required = true };

    private static readonly Option<string> To = new("--to") { Description = "The day after the last", Required = true };

    private static readonly Option<string?> By = new Option<string?>("--by")
    {
        Description = "The length of the periods",
    }.AcceptOnlyFromAmong("day", "week", "month", "quarter", "half", "year");

    private static readonly Option<string?> Split = new Option<string?>("--split")
    {
        Description = "What to tell apart",
    }.AcceptOnlyFromAmong("municipality", "pilot", "class");

    private static readonly Option<string?> AsOf = new("--as-of") { Description = "As it was known at this instant" };

    private static readonly Option<string?> Boundaries = new("--boundaries")
    {
        Description = "With --split municipality: draw it on the map of this day",
    };

    public static Command Create()
    {
        var command = new Command("totals",
            "Show totals.\n"
            + "Example: kpigrid totals regions/ncc --kpi CDW-DIV --from 2026-01-01 --to 2026-04-01 --by month")
        {
            Places, Kpi, From, To, By, Split, AsOf, Boundaries,
        };
        command.Asks(Path, TotalsTable.Show);
        return command;
    }

    private static string Path(ParseResult asked)
    {
        var query = new List<(string, string?)>
        {
            ("kpi", asked.GetValue(Kpi)), ("from", asked.GetValue(From)), ("to", asked.GetValue(To)),
            ("by", asked.GetValue(By)), ("split", asked.GetValue(Split)), ("asOf", asked.GetValue(AsOf)),
            ("boundaries", asked.GetValue(Boundaries)),
        };
        var places = asked.GetValue(Places)!;
        if (places.Length > 1) query.InsertRange(0, places.Select(place => ("place", (string?)place)));
        return (places is [var only] ? $"/v1/{only}/totals?" : "/v1/totals?") + Question.Query(query);
    }
}
