using System.Collections.Concurrent;
using KpiGrid.Host.Http;

namespace KpiGrid.Host.Import;

/// <summary>
/// Groups rows by pilot into requests and sends several pilots at once, each pilot's requests in order. What waits is
/// bounded: reading stops while the server is behind.
/// </summary>
internal sealed class MeasurementSender(PatientHttp http, string query, bool goOn, ImportCounts counts) : IDisposable
{
    private const int PilotsAtOnce = 4;
    private const int BatchesMax = 8;
    private const int ErrorsMax = 100;
    private const long WaitingBytesMax = 24 << 20;

    private readonly Dictionary<string, MeasurementBatch> open = [];
    private readonly Dictionary<string, Task> last = [];
    private readonly ConcurrentBag<MeasurementBatch> free = [];
    private readonly SemaphoreSlim pilots = new(PilotsAtOnce);
    private readonly SemaphoreSlim room = new(BatchesMax);
    private readonly CancellationTokenSource stopped = new();
    private readonly Lock counting = new();
    private long waitingBytes;

    public async Task Add(ImportRow row, CancellationToken cancellationToken)
    {
        if (!open.TryGetValue(row.Pilot, out var batch)) open[row.Pilot] = batch = Begin(row.Pilot);
        waitingBytes -= batch.Size;
        batch.Add(row);
        waitingBytes += batch.Size;
        if (batch.IsFull) await Send(batch, cancellationToken);
        else if (waitingBytes > WaitingBytesMax) await Send(open.Values.MaxBy(each => each.Size)!, cancellationToken);
    }

    public bool IsStopped => stopped.IsCancellationRequested;

    /// <summary>Sends what is left and waits for every answer.</summary>
    public async Task Finish(CancellationToken cancellationToken)
    {
        foreach (var batch in open.Values.ToList()) await Send(batch, cancellationToken);
        await Task.WhenAll(last.Values);
    }

    public void Dispose()
    {
        foreach (var batch in free) batch.Dispose();
        foreach (var batch in open.Values) batch.Dispose();
        pilots.Dispose();
        room.Dispose();
        stopped.Dispose();
    }

    private MeasurementBatch Begin(string pilot)
    {
        if (!free.TryTake(out var batch)) batch = new();
        batch.Begin(pilot);
        return batch;
    }

    private async Task Send(MeasurementBatch batch, CancellationToken cancellationToken)
    {
        open.Remove(batch.Pilot);
        waitingBytes -= batch.Size;
        await room.WaitAsync(cancellationToken);
        last[batch.Pilot] = After(last.GetValueOrDefault(batch.Pilot, Task.CompletedTask), batch, cancellationToken);
    }

    private async Task After(Task before, MeasurementBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            await before;
            await pilots.WaitAsync(cancellationToken);
            try
            {
                if (!IsStopped) await Post(batch, cancellationToken);
            }
            finally
            {
                pilots.Release();
            }
        }
        catch (NotReachableException)
        {
            await stopped.CancelAsync();
            throw;
        }
        finally
        {
            room.Release();
            free.Add(batch);
        }
    }

    private async Task Post(MeasurementBatch batch, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stopped.Token);
        var path = $"/v1/pilots/{batch.Pilot}/measurements{query}";
        var answer = await http.Push(path, batch.End(), either.Token);
        if (answer.IsSuccess)
        {
            lock (counting) Count(answer.Receipts);
            return;
        }
        var refusal = Refusals.Read(answer.Body);
        var rows = refusal.Errors.Select(error => error.Index ?? -1).Where(index => index >= 0).ToHashSet();
        lock (counting) Tell(batch, answer, refusal, goOn && rows.Count > 0 ? rows.Count : batch.Rows);
        if (!goOn) await stopped.CancelAsync();
        else if (rows.Count > 0 && rows.Count < batch.Rows) await PostOthers(batch, rows, cancellationToken);
    }

    /// <summary>What was refused is told by row, so the rest of the request can go without it.</summary>
    private async Task PostOthers(MeasurementBatch batch, HashSet<int> refused, CancellationToken cancellationToken)
    {
        using var others = new MeasurementBatch();
        others.Keep(batch, refused);
        await Post(others, cancellationToken);
    }

    private void Count(ReceiptCounts receipts)
    {
        counts.Recorded += receipts.Recorded;
        counts.Repeated += receipts.Repeated;
    }

    private void Tell(MeasurementBatch batch, HttpAnswer answer, Refusals refusal, int rows)
    {
        counts.Refused += rows;
        foreach (var error in refusal.Errors.Take(Math.Max(0, ErrorsMax - counts.FirstErrors.Count)))
        {
            var line = batch.LineOf(error.Index ?? 0);
            counts.FirstErrors.Add(new(line, error.Field, error.Value, error.Remedy ?? refusal.Title));
        }
        if (refusal.Errors.Count == 0)
            counts.FirstErrors.Add(new(batch.LineOf(0), "pilot", batch.Pilot, answer.Refusal()));
    }
}
