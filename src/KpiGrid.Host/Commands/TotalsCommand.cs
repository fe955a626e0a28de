using System.CommandLine;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid totals</c>: what a place, or the union of several, adds up to.</summary>
internal static class TotalsCommand
{
    private static readonly Argument<string[]> Places =
        SpanOptions.Places("regions/ID, municipalities/CODE or pilots/ID; several places are their union");

    private static readonly Option<string?> By = new Option<string?>("--by")
    {
        Description = "The length of the periods",
    }.AcceptOnlyFromAmong("day", "week", "month", "quarter", "half", "year");

    private static readonly Option<string?> Split = new Option<string?>("--split")
    {
        Description = "What to tell apart",
    }.AcceptOnlyFromAmong("municipality", "pilot", "class", "definition");

    private static readonly Option<string?> AsOf = new("--as-of") { Description = "As it was known at this instant" };

    private static readonly Option<string?> Boundaries = new("--boundaries")
    {
        Description = "With --split municipality: draw it on the map of this day",
    };

    private static readonly Option<string?> Reading = new Option<string?>("--reading")
    {
        Description = "Count only the classes that count in this way",
    }.AcceptOnlyFromAmong([.. ClassReading.All.Select(reading => reading.Id)]);

    private static readonly Option<string?> Rates = new("--rates") { Description = "Convert money by this pinned rate series" };

    private static readonly Option<string?> Currency = new("--currency") { Description = "With --rates: into this currency" };

    public static Command Create()
    {
        var command = new Command("totals",
            "Show totals.\n"
            + "Example: kpigrid totals regions/ncc --kpi CDW-DIV --from 2026-01-01 --to 2026-04-01 --by month")
        {
            Places, SpanOptions.Kpi, SpanOptions.From, SpanOptions.To, By, Split, AsOf, Boundaries, Reading, Rates, Currency,
        };
        command.Asks(Path, TotalsTable.Show);
        return command;
    }

    private static string Path(ParseResult asked)
    {
        var places = asked.GetValue(Places)!;
        IEnumerable<(string, string?)> query =
        [
            .. places is [_] ? [] : SpanOptions.Query(places), .. SpanOptions.Query(asked),
            ("by", asked.GetValue(By)), ("split", asked.GetValue(Split)), ("asOf", asked.GetValue(AsOf)),
            ("boundaries", asked.GetValue(Boundaries)), ("reading", asked.GetValue(Reading)),
            ("rates", asked.GetValue(Rates)), ("currency", asked.GetValue(Currency)),
        ];
        return (places is [var only] ? $"/v1/{only}/totals?" : "/v1/totals?") + Question.Query(query);
    }
}
