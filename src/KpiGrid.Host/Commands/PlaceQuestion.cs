using System.CommandLine;
using System.Text.Json;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

namespace KpiGrid.Host.Commands;

/// <summary>A command that asks one question of a place, of one KPI or all, on a day.</summary>
internal static class PlaceQuestion
{
    private static readonly Argument<string> Place = new("place")
    {
        Description = "regions/ID, municipalities/CODE or pilots/ID",
    };

    private static readonly Option<string?> Kpi = new("--kpi") { Description = "Only this KPI" };

    private static readonly Option<string?> On = new("--on") { Description = "As of this day instead of today" };

    /// <summary>The command of this name, which is the last part of the path too.</summary>
    public static Command Create(string name, string description, Action<Screen, JsonElement> show)
    {
        var (url, key) = (SharedOptions.Url(), SharedOptions.Key());
        var command = new Command(name, description) { Place, Kpi, On, url, key };
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            return Guarded.Run(screen, async () =>
            {
                using var client = KeyedHttp.Client(asked.GetValue(url)!, asked.GetValue(key));
                var http = new PatientHttp(client, TimeProvider.System, new() { TriesMax = 5 });
                var path = Path(asked, name);
                var answer = await http.Get(path, cancellationToken);
                if (!answer.IsSuccess) throw new RefusedException(path, answer);
                if (screen.IsJson) screen.Raw(answer.Body);
                else show(screen, answer.Json());
                return ExitCode.Ok;
            });
        });
        return command;
    }

    private static string Path(ParseResult asked, string name)
    {
        var query = new (string Name, string? Value)[] { ("kpi", asked.GetValue(Kpi)), ("on", asked.GetValue(On)) };
        return $"/v1/{asked.GetValue(Place)}/{name}?" + string.Join('&', query.Where(each => each.Value is not null)
            .Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}"));
    }
}
