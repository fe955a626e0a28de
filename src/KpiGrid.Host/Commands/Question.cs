using System.CommandLine;
using System.Text.Json;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

namespace KpiGrid.Host.Commands;

/// <summary>Makes of a command one question to a KpiGrid, whose answer is shown, or passed on in JSON.</summary>
internal static class Question
{
    private const int TriesMax = 5;

    public static void Asks(this Command command, Func<ParseResult, string> path, Action<Screen, JsonElement> show)
    {
        var (url, key) = (SharedOptions.Url(), SharedOptions.Key());
        command.Add(url);
        command.Add(key);
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            return Guarded.Run(screen, async () =>
            {
                using var client = KeyedHttp.Client(asked.GetValue(url)!, asked.GetValue(key));
                return await Ask(screen, client, path(asked), show, cancellationToken);
            });
        });
    }

    /// <summary>What was given of a query, as an address has it.</summary>
    public static string Query(IEnumerable<(string Name, string? Value)> given) => string.Join('&', given
        .Where(each => each.Value is not null).Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}"));

    private static async Task<int> Ask(
        Screen screen, HttpClient client, string path, Action<Screen, JsonElement> show, CancellationToken cancellationToken)
    {
        var http = new PatientHttp(client, TimeProvider.System, new() { TriesMax = TriesMax });
        var answer = await http.Get(path, cancellationToken);
        if (!answer.IsSuccess) throw new RefusedException(path, answer);
        if (screen.IsJson) screen.Raw(answer.Body);
        else show(screen, answer.Json());
        return ExitCode.Ok;
    }
}
