using System.CommandLine;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

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

    public static Command Create()
    {
        var (url, key) = (SharedOptions.Url(), SharedOptions.Key());
        var command = new Command("totals",
            "Show totals.\n"
            + "Example: kpigrid totals regions/ncc --kpi CDW-DIV --from 2026-01-01 --to 2026-04-01 --by month")
        {
            Places, Kpi, From, To, By, Split, AsOf, url, key,
        };
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            return Guarded.Run(screen, async () =>
            {
                using var client = KeyedHttp.Client(asked.GetValue(url)!, asked.GetValue(key));
                return await Run(screen, client, Path(asked), cancellationToken);
            });
        });
        return command;
    }

    private static async Task<int> Run(Screen screen, HttpClient client, string path, CancellationToken cancellationToken)
    {
        var http = new PatientHttp(client, TimeProvider.System, new() { TriesMax = 5 });
        var answer = await http.Get(path, cancellationToken);
        if (!answer.IsSuccess) throw new RefusedException(path, answer);
        if (screen.IsJson) screen.Raw(answer.Body);
        else TotalsTable.Show(screen, answer.Json());
        return ExitCode.Ok;
    }

    private static string Path(ParseResult asked)
    {
        var query = new List<(string, string?)>
        {
            ("kpi", asked.GetValue(Kpi)), ("from", asked.GetValue(From)), ("to", asked.GetValue(To)),
            ("by", asked.GetValue(By)), ("split", asked.GetValue(Split)), ("asOf", asked.GetValue(AsOf)),
        };
        var places = asked.GetValue(Places)!;
        if (places.Length > 1) query.InsertRange(0, places.Select(place => ("place", (string?)place)));
        var text = string.Join('&', query.Where(each => each.Item2 is not null)
            .Select(each => $"{each.Item1}={Uri.EscapeDataString(each.Item2!)}"));
        return places is [var only] ? $"/v1/{only}/totals?{text}" : $"/v1/totals?{text}";
    }
}
