using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>The store takes nothing for a while, and clients push on.</summary>
[Collection(typeof(FaultsAlone))]
public sealed class StalledStoreTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Clients = 32;
    private const int Batch = 500;
    private const int QueueMax = 8;
    private const long GrowthMax = 100 * 1024 * 1024;

    private readonly TempFolder folder = new();
    private readonly ConcurrentDictionary<int, int> refused = new();
    private ServerProcess server = null!;
    private Sender sender = null!;

    public async ValueTask InitializeAsync()
    {
        server = new(folder.Path)
        {
            Settings =
            {
                ["Journal__AppendTimeout"] = "00:00:01",
                ["Journal__QueueRecordsMax"] = QueueMax.ToString(CultureInfo.InvariantCulture),
            },
        };
        await server.Start();
        sender = new(server);
        await Network.Make(sender, [.. Enumerable.Range(0, Clients).Select(Pilot)]);
    }

    public async ValueTask DisposeAsync()
    {
        sender.Dispose();
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Writes_are_shed_and_reads_answered_and_it_resumes_by_itself()
    {
        var stall = TimeSpan.FromSeconds(LongForm.Number("KPIGRID_STALL_SECONDS", 2));
        var enough = 10 * QueueMax;
        // Once, so that what it costs to take them at all is not counted as growth.
        for (var client = 0; client < Clients; client++)
            Assert.Equal(200, (await sender.Insist(Pilot(client), Body(client, 0))).Status);
        var before = Enumerable.Range(0, Clients * Batch).ToList();
        await Deadline.Equal((Network.Sum(before), before.Count), Total, "The total");
        var memory = MemoryOf(server.ProcessId);

        var held = new HeldJournalFile(folder.Path);
        var pushing = Enumerable.Range(0, Clients).Select(client => PushUntilTaken(client)).ToList();
        var began = Stopwatch.GetTimestamp();
        var reads = 0;
        await Deadline.Comes(async () =>
        {
            var answer = await sender.Send(HttpMethod.Get, Network.Totals, null);
            Assert.Equal(200, answer.Status);
            reads++;
            return Stopwatch.GetElapsedTime(began) > stall && refused.Values.Sum() > enough;
        }, stall + TimeSpan.FromMinutes(1));
        var (shed, grown) = (refused.Values.Sum(), MemoryOf(server.ProcessId) - memory);
        Assert.DoesNotContain(pushing, push => push.IsCompleted);
        held.Dispose();
        var taken = await Task.WhenAll(pushing);

        output.WriteLine($"{Stopwatch.GetElapsedTime(began).TotalSeconds:N1} s: {shed} pushes of {Batch} shed, {reads} reads, "
            + $"memory {grown / 1048576} MiB more, {taken.Count(repeated => repeated)} retries found their first attempt stored");
        Assert.InRange(shed, enough, int.MaxValue);
        Assert.InRange(grown, long.MinValue, GrowthMax);
        var all = Enumerable.Range(0, 2 * Clients * Batch).ToList();
        await Deadline.Equal((Network.Sum(all), all.Count), Total, "The total");
        Assert.Equal((all.Count, all.Count), JournalCounts.Of(folder.Path));
    }

    private static string Pilot(int client) => $"pilot-{client}";

    private static string Body(int client, int round) =>
        Network.Body(Enumerable.Range((round * Clients + client) * Batch, Batch));

    private static long MemoryOf(int process)
    {
        using var found = Process.GetProcessById(process);
        return found.WorkingSet64;
    }

    /// <summary>Pushes the same again and again; true when it turned out that an earlier attempt had been stored.</summary>
    private async Task<bool> PushUntilTaken(int client)
    {
        using var own = new Sender(server);
        while (true)
        {
            var answer = await own.Push(Pilot(client), Body(client, 1));
            if (answer.Status == 200) return (int)answer.Json["repeated"]! > 0;
            Assert.Equal(503, answer.Status);
            refused.AddOrUpdate(client, 1, (_, before) => before + 1);
        }
    }

    private async Task<(decimal, int)> Total()
    {
        var (value, n) = await sender.Total();
        return (value ?? 0, n);
    }
}
