using System.CommandLine;
using System.Text.Json;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid late</c>: who is late, since when and why.</summary>
internal static class LateCommand
{
    private static readonly string[] Header = ["stream", "lead", "late for", "missing", "due", "working days", "why"];

    private static readonly Argument<string> Place = new("place")
    {
        Description = "regions/ID, municipalities/CODE or pilots/ID",
    };

    private static readonly Option<string?> Kpi = new("--kpi") { Description = "Only this KPI" };

    private static readonly Option<string?> On = new("--on") { Description = "As of this day instead of today" };

    public static Command Create()
    {
        var (url, key) = (SharedOptions.Url(), SharedOptions.Key());
        var command = new Command("late",
            "Show whose reports were due and have not come.\nExample: kpigrid late regions/ncc --on 2026-08-20")
        {
            Place, Kpi, On, url, key,
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
        else Show(screen, answer.Json());
        return ExitCode.Ok;
    }

    private static void Show(Screen screen, JsonElement late)
    {
        screen.Say($"{late.GetProperty("node").GetString()} on {late.GetProperty("on").GetString()}, "
            + $"due {late.GetProperty("graceDays")} working days after a period ends");
        screen.Table(Header, late.GetProperty("streams").EnumerateArray().Select(stream => (IReadOnlyList<string>)
        [
            Text(stream, "stream"), Text(stream, "lead"), List(stream, "municipalities"), List(stream, "periods"),
            Text(stream, "due"), stream.GetProperty("workingDays").ToString(), Text(stream, "why"),
        ]));
    }

    private static string Text(JsonElement holder, string name) => holder.GetProperty(name).GetString() ?? "";

    private static string List(JsonElement holder, string name) =>
        string.Join(", ", holder.GetProperty(name).EnumerateArray().Select(each => each.GetString()));

    private static string Path(ParseResult asked)
    {
        var query = new (string Name, string? Value)[] { ("kpi", asked.GetValue(Kpi)), ("on", asked.GetValue(On)) };
        return $"/v1/{asked.GetValue(Place)}/late?" + string.Join('&', query.Where(each => each.Value is not null)
            .Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}"));
    }
}
