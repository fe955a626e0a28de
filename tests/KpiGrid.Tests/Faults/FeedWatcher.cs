using System.Net.ServerSentEvents;
using System.Text.Json;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// Somebody who watches a region by server-sent events, comes again at the next front end when a stream breaks, and checks
/// everything shown: versions never go back, and a change builds on the event before it.
/// </summary>
internal sealed class FeedWatcher(HttpClient http, IReadOnlyList<Uri> fronts, AckBook book, string region, int first)
    : IAsyncDisposable
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan silenceMax = TimeSpan.FromSeconds(6);

    private readonly CancellationTokenSource end = new();
    private readonly Dictionary<string, string> shown = [];
    private Task reading = Task.CompletedTask;
    private string version = "";
    private int backward;
    private int gaps;
    private int events;

    public string Region => region;

    public int Backward => backward;

    /// <summary>Changes that did not build on what was shown before.</summary>
    public int Gaps => gaps;

    public int Events => events;

    /// <summary>What went wrong, in words.</summary>
    public List<string> Faults { get; } = [];

    public void Begin() => reading = Task.Run(() => Read(end.Token));

    /// <summary>What is shown that is not the truth; null when all of it is.</summary>
    public string? Differs(Truth truth)
    {
        lock (shown)
        {
            return Enumerable.Range(1, 12)
                .Select(month => (month, Shown: Value(month), True: truth.Of($"regions/{region}", null, month).Value))
                .Where(each => each.Shown != each.True)
                .Select(each => $"{region} shows {each.Shown} of month {each.month}, not {each.True}, at {version}")
                .FirstOrDefault();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await reading;
        end.Dispose();
    }

    private decimal? Value(int month) =>
        shown.TryGetValue($"2025-{month:00}", out var held) && held != "null"
            ? decimal.Parse(held, System.Globalization.CultureInfo.InvariantCulture) : null;

    private async Task Read(CancellationToken cancellationToken)
    {
        for (var turn = first; !cancellationToken.IsCancellationRequested; turn++)
        {
            try
            {
                await Stream(fronts[turn % fronts.Count], cancellationToken);
                await Task.Delay(pause, cancellationToken);
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
            {
                if (cancellationToken.IsCancellationRequested) return;
                await Task.WhenAny(Task.Delay(pause, cancellationToken));
            }
        }
    }

    private async Task Stream(Uri front, CancellationToken cancellationToken)
    {
        var stream = new Uri(front, $"/v1/regions/{region}/live?{World.Question}");
        using var request = new HttpRequestMessage(HttpMethod.Get, stream);
        if (version.Length > 0) request.Headers.Add("Last-Event-ID", version);
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(silenceMax);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
        if (!answer.IsSuccessStatusCode)
        {
            if ((int)answer.StatusCode is not (503 or 507)) book.Wonder($"live {region}: {(int)answer.StatusCode}");
            return;
        }
        await using var body = await answer.Content.ReadAsStreamAsync(silence.Token);
        await using var heard = new Host.Watch.HeardStream(body, silenceMax);
        await foreach (var item in SseParser.Create(heard).EnumerateAsync(cancellationToken)) Take(item);
    }

    private void Take(SseItem<string> item)
    {
        var data = JsonSerializer.Deserialize<JsonElement>(item.Data);
        var isSnapshot = item.EventType == "snapshot";
        var next = data.GetProperty("version").GetString()!;
        lock (shown)
        {
            events++;
            if (!isSnapshot && data.GetProperty("previous").GetString() is var previous && previous != version)
                Fault(ref gaps, $"{next} builds on {previous}, shown is {version}");
            if (version.Length > 0 && Order(next).CompareTo(Order(version)) < (isSnapshot ? 0 : 1))
                Fault(ref backward, $"{item.EventType} {next} after {version}");
            if (isSnapshot) shown.Clear();
            foreach (var line in data.GetProperty("kpis").EnumerateArray()) Show(line, isSnapshot, next);
            version = next;
        }
    }

    private void Show(JsonElement line, bool isSnapshot, string next)
    {
        var period = line.GetProperty("period").GetString()!;
        var from = line.GetProperty("from").GetRawText();
        if (!isSnapshot && shown.TryGetValue(period, out var held) && held != from)
            Fault(ref gaps, $"{next}: {period} was {held}, not {from}");
        shown[period] = line.GetProperty("value").GetRawText();
    }

    private void Fault(ref int count, string what)
    {
        count++;
        Faults.Add($"{region}: {what}");
    }

    /// <summary>Epoch, then count; the digest has no order.</summary>
    private static (long, long) Order(string text)
    {
        var parts = text.Split('-');
        return (long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
            long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
