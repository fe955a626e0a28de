using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Live;
using KpiGrid.Web.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Live;

/// <summary>The one connection a browser has: whatever its pages watch, together.</summary>
internal static class LivePages
{
    public const string Path = "/live";
    private const int TopicsMax = 20;

    public static void MapLivePages(this IEndpointRouteBuilder routes) => routes.MapGet(Path, Watch).AsksItself();

    private static async Task<IResult> Watch(
        [FromQuery(Name = "topic")] string[]? topic, HttpContext context, RegionReader reader, Rights rights, Insight insight, LiveFeeds feeds,
        LiveRight right, TimeProvider time, IOptions<LiveOptions> options, IHostApplicationLifetime host)
    {
        var caller = Caller.Of(context);
        var seats = new LiveSeats();
        var watched = new List<LiveTopic>();
        foreach (var asked in (topic ?? []).Take(TopicsMax).Select(LiveTopic.Read).OfType<LiveTopic>())
        {
            if (!(await rights.At(caller, asked.View.Place!)).HasFlag(Verbs.Total)) continue;
            if (await reader.Watched(asked.View) is not { } kpis) continue;
            var view = RegionReader.View(kpis.Keys, asked.View.Period!.Value, Window.Of(asked.View.Period.Value, asked.View.By))
                with { Caller = await insight.Watching(caller, asked.View.Place!) };
            if (!seats.Take(feeds, RegionId.Parse(asked.View.Place!.Id), view, new(asked.Seen, new LiveTiles(asked, kpis).Write))) break;
            watched.Add(asked);
        }
        if (watched.Count == 0) return TypedResults.NoContent();
        return new LiveStream(seats, seats.Next, options.Value, time,
            ended => Task.WhenAny(watched.Select(each => right.Lost(context.Request, each.View.Place!, time, ended))).Unwrap(),
            host.ApplicationStopping);
    }
}
