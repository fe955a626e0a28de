using System.Collections.Concurrent;
using KpiGrid.Host.Http;
using KpiGrid.Host.Watch;
using KpiGrid.Tests.Cluster;
using Xunit;

namespace KpiGrid.Tests.Api.Live;

/// <summary>
/// Somebody who watches as <c>kpigrid watch</c> does and checks everything shown: versions never go back, a change builds
/// on the event before it, and every value was what the change says it was.
/// </summary>
internal sealed class LiveWatcher : IAsyncDisposable
{
    private static readonly Patience patience = new() { TriesMax = int.MaxValue, WaitMax = TimeSpan.FromSeconds(1) };

    private readonly CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(Grid.Cancelled);
    private readonly ConcurrentDictionary<(string Kpi, string Period), string> held = [];
    private readonly ConcurrentQueue<string> faults = [];
    private readonly Task reading;
    private volatile string version;
    private int events;
    private int losses;

    public LiveWatcher(HttpClient http, string path, string? seen = null)
    {
        version = seen ?? "";
        var source = new LiveSource(http, path, patience, TimeProvider.System, Lost) { Seen = seen };
        reading = Task.Run(() => Read(source));
    }

    /// <summary>The version of the last event, or of the one seen before.</summary>
    public string Version => version;

    public int Events => Volatile.Read(ref events);

    public int Losses => Volatile.Read(ref losses);

    public IEnumerable<string> Faults => faults;

    /// <summary>The value of a period; empty when there is none.</summary>
    public string Value(string period, string kpi = Pushes.Kpi) => held.GetValueOrDefault((kpi, period), "nothing shown");

    public async Task Shows(string value, string period = "2026-Q1", int seconds = 20)
    {
        await Deadline.Equal(value, () => Task.FromResult(Value(period)), $"what is shown of {period}", seconds);
        Assert.Empty(faults);
    }

    public async Task Reaches(NodeVersion wanted, int seconds = 20)
    {
        await Deadline.Equal(wanted.ToString(), () => Task.FromResult(version), "the version shown", seconds);
        Assert.Empty(faults);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await reading;
        end.Dispose();
    }

    private async Task Read(LiveSource source)
    {
        try
        {
            await foreach (var each in source.Read(end.Token)) Take(each);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure)
        {
            faults.Enqueue(failure.ToString());
        }
    }

    private void Take(LiveEvent each)
    {
        Interlocked.Increment(ref events);
        Check(each);
        if (each.IsSnapshot) held.Clear();
        foreach (var line in each.Lines)
        {
            var before = held.GetValueOrDefault((line.Kpi, line.Period), "");
            if (!each.IsSnapshot && line.From != before) Fault(each, $"{line.Period} was {before}, not {line.From}");
            held[(line.Kpi, line.Period)] = line.Value;
        }
        version = each.Version;
    }

    private void Check(LiveEvent each)
    {
        var previous = each.Data.GetProperty("previous").GetString();
        if (!each.IsSnapshot && previous != version) Fault(each, $"builds on {previous}, seen is {version}");
        if (!NodeVersion.TryParse(version, out var last)) return;
        Assert.True(NodeVersion.TryParse(each.Version, out var next));
        if (last.IsAfter(next)) Fault(each, $"goes back behind {last}");
        if (!each.IsSnapshot && !next.IsAfter(last)) Fault(each, $"is no newer than {last}");
    }

    private void Fault(LiveEvent each, string what) => faults.Enqueue($"{each.Name} {each.Version} {what}");

    private void Lost(string? reason)
    {
        if (reason is not null) Interlocked.Increment(ref losses);
    }
}
