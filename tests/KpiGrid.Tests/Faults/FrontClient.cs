using System.Text;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// Asks the front ends, one after the other where one fails. An answer that is neither good nor an honest refusal is kept
/// for the report.
/// </summary>
internal sealed class FrontClient(HttpClient http, IReadOnlyList<Uri> fronts, AckBook book, int first)
{
    private int turn = first;

    private Uri Front => fronts[turn % fronts.Count];

    /// <summary>The answer's text; null when it has to be asked again.</summary>
    public async Task<string?> Try(HttpMethod method, string path, string? body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(Front, path));
            if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            if (answer.IsSuccessStatusCode) return text;
            Judge(answer, $"{method} {path}: {(int)answer.StatusCode} {text}");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            book.Break();
        }
        turn++;
        return null;
    }

    /// <summary>Asks until there is an answer.</summary>
    public async Task<string> Insist(
        HttpMethod method, string path, string? body, TimeSpan pause, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await Try(method, path, body, cancellationToken) is { } text) return text;
            await Task.Delay(pause, cancellationToken);
        }
    }

    private void Judge(HttpResponseMessage answer, string said)
    {
        if ((int)answer.StatusCode is 503 or 507 && answer.Headers.RetryAfter is not null) book.Refuse();
        else book.Wonder(said);
    }
}
