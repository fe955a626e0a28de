using KpiGrid.Api.Live;

namespace KpiGrid.Web.Live;

/// <summary>The places of one browser among the viewers of several regions; their events come one after another.</summary>
internal sealed class LiveSeats : IDisposable
{
    private readonly List<(IDisposable Seat, Viewer Viewer)> seats = [];
    private Task<ReadOnlyMemory<byte>>[] waiting = [];

    /// <summary>Takes a place; false when there is no room.</summary>
    public bool Take(LiveFeeds feeds, RegionId region, LiveView view, Viewer viewer)
    {
        if (feeds.Enter(region, view, viewer) is not { } seat) return false;
        seats.Add((seat, viewer));
        return true;
    }

    /// <summary>The next event of any of them.</summary>
    public async Task<ReadOnlyMemory<byte>> Next(CancellationToken cancellationToken)
    {
        if (waiting.Length == 0) waiting = [.. seats.Select(seat => seat.Viewer.Next(cancellationToken))];
        var first = await Task.WhenAny(waiting);
        var at = Array.IndexOf(waiting, first);
        waiting[at] = seats[at].Viewer.Next(cancellationToken);
        return await first;
    }

    public void Dispose()
    {
        foreach (var (seat, _) in seats) seat.Dispose();
    }
}
