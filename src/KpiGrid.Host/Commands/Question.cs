using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

namespace KpiGrid.Host.Commands;

/// <summary>Makes of a command one question or order to a KpiGrid, whose answer is shown, or passed on in JSON.</summary>
internal static class Question
{
    private const int TriesMax = 5;

    public static void Asks(this Command command, Func<ParseResult, string> path, Action<Screen, JsonElement> show) =>
        command.Talks(asked => new(HttpMethod.Get, path(asked), null), show);

    /// <summary>Puts or posts something, such that a repeat changes nothing.</summary>
    public static void Sends(this Command command, Func<ParseResult, Sending> sending, Action<Screen, JsonElement> show) =>
        command.Talks(sending, show);

    private static void Talks(this Command command, Func<ParseResult, Sending> sending, Action<Screen, JsonElement> show)
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
                return await Talk(screen, client, sending(asked), show, cancellationToken);
            });
        });
    }

    /// <summary>What was given of a query, as an address has it.</summary>
    public static string Query(IEnumerable<(string Name, string? Value)> given) => string.Join('&', given
        .Where(each => each.Value is not null).Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}"));

    private static async Task<int> Talk(
        Screen screen, HttpClient client, Sending sending, Action<Screen, JsonElement> show, CancellationToken cancellationToken)
    {
        var http = new PatientHttp(client, TimeProvider.System, new() { TriesMax = TriesMax });
        var answer = await sending.Through(http, cancellationToken);
        if (!answer.IsSuccess) throw new RefusedException(sending.Path, answer);
        if (screen.IsJson) screen.Raw(answer.Body);
        else show(screen, answer.Json());
        return ExitCode.Ok;
    }
}

/// <summary>What is sent where.</summary>
internal sealed record Sending(HttpMethod Method, string Path, JsonObject? Body)
{
    public Task<HttpAnswer> Through(PatientHttp http, CancellationToken cancellationToken)
    {
        if (Body is null) return http.Get(Path, cancellationToken);
        var json = System.Text.Encoding.UTF8.GetBytes(Body.ToJsonString());
        return Method == HttpMethod.Put ? http.Put(Path, json, cancellationToken) : http.Post(Path, json, cancellationToken);
    }
}
