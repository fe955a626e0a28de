using System.Collections.Concurrent;
using KpiGrid.Host.Keys;
using Xunit;

namespace KpiGrid.Tests.Access;

/// <summary>A key that is taken back while eight clients push with it.</summary>
[Collection(nameof(AccessGrid))]
public sealed class RevokedUnderLoadTests(AccessGrid grid)
{
    private const int Clients = 8;
    private const int EnoughToRevoke = 200;

    private readonly ConcurrentDictionary<string, bool> acknowledged = new();
    private readonly TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int lastNumber;

    [Fact]
    public async Task It_soon_opens_nothing_and_what_it_was_told_is_recorded_is_there()
    {
        var key = await grid.NewKey(new KeyWish("loader", "lead", "pilots/p-own", "load"));
        var pushing = Enumerable.Range(0, Clients).Select(_ => PushUntilRefused(key)).ToList();
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancelled);
        await grid.Desk.Revoke(key[3..15], "stolen", Cancelled);
        // A moment after the answer nobody pushes with it any more, at this server at once.
        await Task.WhenAll(pushing).WaitAsync(TimeSpan.FromSeconds(5), Cancelled);

        var kept = new HashSet<string>();
        for (string? cursor = null; ;)
        {
            var page = await grid.Get(
                "/v1/pilots/p-own/explain?kpi=CDW-GEN&from=2026-08-01&to=2026-09-01&limit=500" + cursor, "admin");
            kept.UnionWith(page["lines"]!.AsArray().Select(line => (string)line!["id"]!));
            if ((string?)page["next"] is not { } next) break;
            cursor = $"&cursor={Uri.EscapeDataString(next)}";
        }
        Assert.Superset(acknowledged.Keys.ToHashSet(), kept);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private async Task PushUntilRefused(string key)
    {
        while (true)
        {
            var id = $"load-{Interlocked.Increment(ref lastNumber)}";
            var answer = await grid.SendWith(key, "POST", "/v1/pilots/p-own/measurements",
                $$"""{"id":"{{id}}","kpi":"CDW-GEN","period":"2026-08","value":1,"unit":"t"}""");
            if (answer.Status == 401) return;
            Assert.Equal(200, answer.Status);
            acknowledged[id] = true;
            if (acknowledged.Count >= EnoughToRevoke) enough.TrySetResult();
        }
    }
}
