using System.Diagnostics;
using System.Globalization;

namespace KpiGrid.Tests.Faults;

/// <summary>Clients that push all the time, at least one to every pilot.</summary>
internal sealed class Load : IDisposable
{
    private static readonly TimeSpan settlesWithin = TimeSpan.FromMinutes(3);

    private readonly AckBook book;
    private readonly List<Pusher> pushers;
    private CancellationTokenSource stop = new();
    private List<Task<PushRequest?>> running = [];

    public Load(HttpClient http, IReadOnlyList<Uri> fronts, AckBook book, string run, TimeSpan pause, int clients = 24)
    {
        this.book = book;
        pushers = [.. Enumerable.Range(0, clients).Select(number => new Pusher(
            new(http, fronts, book, number), book, World.Pilots[number % World.Pilots.Count],
            string.Create(CultureInfo.InvariantCulture, $"{run}-{number}"), pause))];
    }

    public void Begin()
    {
        stop.Dispose();
        stop = new();
        book.Begin();
        running = [.. pushers.Select(pusher => Task.Run(() => pusher.Run(stop.Token)))];
    }

    /// <summary>Waits until every pilot has been acknowledged anew; false when one was not in time.</summary>
    public async Task<bool> IsBack(TimeSpan within)
    {
        var since = Stopwatch.GetTimestamp();
        return await Cluster.Deadline.Comes(() => Task.FromResult(book.IsEveryPilotBack(since)), within);
    }

    /// <summary>Stops at once; what is under way is given up and nobody knows of it.</summary>
    public async Task<Unanswered> Stop()
    {
        book.End();
        await stop.CancelAsync();
        var left = await Task.WhenAll(running);
        return new([.. pushers.Zip(left).Where(each => each.Second is not null).Select(each => (each.First, each.Second!))]);
    }

    public void Dispose() => stop.Dispose();

    /// <summary>What had no answer when its sender stopped.</summary>
    internal sealed record Unanswered(IReadOnlyList<(Pusher Pusher, PushRequest Push)> Pushes)
    {
        /// <summary>Sends it again until it is acknowledged.</summary>
        public async Task Settle()
        {
            using var deadline = new CancellationTokenSource(settlesWithin);
            await Task.WhenAll(Pushes.Select(each => each.Pusher.Settle(each.Push, deadline.Token)));
        }
    }
}
