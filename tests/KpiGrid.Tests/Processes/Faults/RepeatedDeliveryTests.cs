using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>Everything is delivered several times, out of order, by eight clients at once.</summary>
[Collection(typeof(FaultsAlone))]
public sealed class RepeatedDeliveryTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Clients = 8;
    private const int BatchMax = 50;

    private static readonly string[] pilots = ["one", "two", "three"];

    private readonly TempFolder folder = new();
    private ServerProcess server = null!;
    private Sender sender = null!;

    public async ValueTask InitializeAsync()
    {
        server = new(folder.Path);
        await server.Start();
        sender = new(server);
        await Network.Make(sender, pilots);
    }

    public async ValueTask DisposeAsync()
    {
        sender.Dispose();
        await server.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Each_id_counts_once_however_often_it_is_delivered()
    {
        var deliveries = LongForm.Number("KPIGRID_DELIVERIES", 100_000);
        var ids = deliveries * 3 / 10;
        var seed = Random.Shared.Next();
        var order = Shuffled(ids, deliveries, new(seed));
        var began = Stopwatch.GetTimestamp();
        var requests = await Task.WhenAll(order.Chunk((deliveries + Clients - 1) / Clients)
            .Select((mine, client) => Deliver(mine, new(seed + client))));
        output.WriteLine($"{deliveries} deliveries of {ids} ids in {requests.Sum()} requests, seed {seed}: "
            + $"{Stopwatch.GetElapsedTime(began).TotalSeconds:N1} s");

        Assert.Equal((ids, ids), JournalCounts.Of(folder.Path));
        var all = (Network.Sum(Enumerable.Range(0, ids)), ids);
        await Cluster.Deadline.Equal(all, async () =>
        {
            var (value, n) = await sender.Total();
            return (value ?? 0, n);
        }, "The total");
        var verified = JsonSerializer.Deserialize<JsonElement>(await ProgramProcess.Run(
            TimeSpan.FromMinutes(3), "verify", "--data", folder.Path, "--url", server.Address.ToString(), "--json"));
        Assert.Empty(verified.GetProperty("differences").EnumerateArray());
    }

    [Fact]
    public async Task Of_two_writers_with_one_id_and_two_values_one_wins_and_the_other_hears_both()
    {
        using var other = new Sender(server);
        var (sum, wonByOther) = (0m, 0);
        for (var number = 0; number < 1_000; number++)
        {
            var (a, b) = (number + 0.25m, number + 0.75m);
            var answers = await Task.WhenAll(
                sender.Push("one", Network.Measurement(number, a)), other.Push("one", Network.Measurement(number, b)));

            var lost = Assert.Single(answers, answer => answer.Status == 409);
            Assert.Single(answers, answer => answer.Status == 200);
            var remedy = (string)lost.Json["errors"]![0]!["remedy"]!;
            Assert.Equal("id-conflict", lost.Errors[0].Code);
            Assert.Contains(a.ToString(CultureInfo.InvariantCulture), remedy, StringComparison.Ordinal);
            Assert.Contains(b.ToString(CultureInfo.InvariantCulture), remedy, StringComparison.Ordinal);
            if (answers[1].Status == 200) wonByOther++;
            sum += answers[1].Status == 200 ? b : a;
        }
        output.WriteLine($"The second writer won {wonByOther} of 1,000");
        Assert.Equal((1_000, 1_000), JournalCounts.Of(folder.Path));
        await Cluster.Deadline.Equal((sum, 1_000), async () =>
        {
            var (value, n) = await sender.Total();
            return (value ?? 0, n);
        }, "The total");
    }

    /// <summary>Every id at least once, the others as chance has it.</summary>
    private static int[] Shuffled(int ids, int deliveries, Random random)
    {
        int[] order = [.. Enumerable.Range(0, ids), .. Enumerable.Range(0, deliveries - ids).Select(_ => random.Next(ids))];
        random.Shuffle(order);
        return order;
    }

    /// <summary>Sends its deliveries in requests of 1 to 50, each to one pilot, and sends again what was not taken.</summary>
    private async Task<int> Deliver(IEnumerable<int> numbers, Random random)
    {
        using var client = new Sender(server);
        var ofPilots = numbers.GroupBy(number => number % pilots.Length)
            .ToDictionary(group => group.Key, group => new Queue<int>(group));
        var requests = 0;
        while (ofPilots.Values.Where(left => left.Count > 0).ToList() is { Count: > 0 } waiting)
        {
            var left = waiting[random.Next(waiting.Count)];
            var batch = new List<int>();
            for (var size = random.Next(1, BatchMax); size > 0 && left.TryDequeue(out var number); size--) batch.Add(number);
            var answer = await client.Insist(pilots[batch[0] % pilots.Length], Network.Body(batch));
            Assert.Equal(200, answer.Status);
            requests++;
        }
        return requests;
    }
}
