using System.Collections.Concurrent;
using System.Text.Json;

namespace KpiGrid.Tests.Fuzz;

/// <summary>Sends spoiled requests, each made from the run's seed and its own number, over several connections.</summary>
internal sealed class FuzzRun(Uri address, string key, int seed)
{
    private const int Connections = 8;
    private const int FailuresMax = 20;

    private readonly ConcurrentDictionary<int, int> statuses = new();
    private readonly ConcurrentQueue<string> failures = new();
    private long recorded, changed;

    public IReadOnlyDictionary<int, int> Statuses => statuses;

    /// <summary>Answers that no request may get, each with its number and the request.</summary>
    public IReadOnlyCollection<string> Failures => failures;

    /// <summary>The measurements that receipts call recorded.</summary>
    public long Recorded => recorded;

    /// <summary>The registry changes that were answered with success.</summary>
    public long Changed => changed;

    public FuzzRequest Request(int number)
    {
        var random = new Random(unchecked(seed * 1_000_003 + number));
        return Spoiling.Spoil(GoodRequests.One(random, number * 2), random);
    }

    public Task Send(int first, int count, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, Connections).Select(async lane =>
        {
            using var connection = new RawConnection(address);
            for (var number = first + lane; number < first + count && failures.Count < FailuresMax; number += Connections)
                await SendOne(connection, number, cancellationToken);
        }));

    private async Task SendOne(RawConnection connection, int number, CancellationToken cancellationToken)
    {
        var request = Request(number);
        try
        {
            var answer = await connection.Send(request.Bytes(key), cancellationToken);
            statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
            if (answer.Status is >= 500 and not (503 or 507) || answer.Status is 0) Fail(number, request, answer);
            else if (answer.Status is 200 or 201 && request.Writes) Count(request, answer);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Fail(number, request, new(0, "no answer in time", false));
        }
    }

    private void Count(FuzzRequest request, RawAnswer answer)
    {
        // A spoiled PUT may have made another pilot, and a spoiled push may have found it.
        var isPush = request.Method == "POST" && request.Target.Contains("/pilots/", StringComparison.Ordinal);
        if (!isPush) Interlocked.Increment(ref changed);
        else if (request.Target.Contains("/measurements", StringComparison.Ordinal))
            Interlocked.Add(ref recorded, JsonDocument.Parse(answer.Body).RootElement.GetProperty("recorded").GetInt32());
    }

    private void Fail(int number, FuzzRequest request, RawAnswer answer) =>
        failures.Enqueue($"seed {seed}, request {number}: {answer.Status} {answer.Body}\n{request}");
}
