using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Live;

/// <summary>The regions that somebody watches through this process.</summary>
internal sealed class LiveFeeds(
    LiveReader reader, IGrainFactory grains, TimeProvider time, IOptions<LiveOptions> options, ILogger<LiveFeeds> log)
{
    private readonly Lock gate = new();
    private readonly Dictionary<RegionId, (RegionFeed Feed, int Viewers)> regions = [];

    /// <summary>Lets a viewer in, until the answer is disposed of; null when there is no room.</summary>
    public IDisposable? Enter(RegionId region, LiveView view, Viewer viewer)
    {
        lock (gate)
        {
            if (!regions.TryGetValue(region, out var watched))
            {
                watched = (new(region, reader, grains, time, options.Value, log), 0);
                watched.Feed.Start();
            }
            else if (watched.Viewers >= options.Value.ViewersMax) return null;
            regions[region] = (watched.Feed, watched.Viewers + 1);
            watched.Feed.Enter(view, viewer);
        }
        return new Place(this, region, view, viewer);
    }

    private void Leave(RegionId region, LiveView view, Viewer viewer)
    {
        lock (gate)
        {
            var (feed, viewers) = regions[region];
            feed.Leave(view, viewer);
            if (viewers > 1) regions[region] = (feed, viewers - 1);
            else
            {
                regions.Remove(region);
                feed.Dispose();
            }
        }
    }

    /// <summary>A viewer's place among the others.</summary>
    private sealed class Place(LiveFeeds feeds, RegionId region, LiveView view, Viewer viewer) : IDisposable
    {
        public void Dispose() => feeds.Leave(region, view, viewer);
    }
}
