using System.Globalization;
using KpiGrid.Api.Access;
using KpiGrid.Api.Disclosure;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Questions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Live;

/// <summary>Takes a question for a live stream as sent: everything that can be wrong with it is told before it begins.</summary>
internal sealed class LiveDesk(
    LiveFeeds feeds, LiveRight right, Insight insight, PlaceFinder finder, IHostApplicationLifetime host, TimeProvider time,
    IOptions<LiveOptions> options, IOptions<ApiOptions> limits)
{
    public async Task<IResult> Answer(string region, LiveQuery query, HttpContext context)
    {
        var errors = new QuestionErrors();
        var view = LiveView.Read(query, options.Value.KpisMax, limits.Value.PeriodsMax, errors);
        var seen = Seen(query.Seen, errors);
        var place = new PlaceRef(PlaceKind.Region, region);
        await finder.Places([place], null, errors);
        foreach (var kpi in view?.Kpis ?? []) await finder.Kpi(kpi, null, errors);
        if (view is null || errors.Any) return errors.Answer();
        view = view with { Caller = await insight.Watching(Caller.Of(context), place) };
        var viewer = new Viewer(seen);
        return feeds.Enter(RegionId.Parse(region), view, viewer) is { } seat
            ? new LiveStream(seat, viewer.Next, options.Value, time,
                ended => right.Lost(context.Request, place, time, ended), host.ApplicationStopping)
            : NoRoom(region, context);
    }

    private static NodeVersion Seen(string? text, QuestionErrors errors)
    {
        if (!NodeVersion.TryParse(text, out var version) && !string.IsNullOrEmpty(text))
            errors.Refuse(LiveQuery.LastEventId, text, "event-id-unreadable",
                "Send the id of an event as it was given, or leave the header out.");
        return version;
    }

    private ProblemHttpResult NoRoom(string region, HttpContext context)
    {
        var seconds = Math.Ceiling(options.Value.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return Refused.With(503, new Problem("region", region, "too-many-viewers",
            $"{options.Value.ViewersMax} viewers watch it through this server: try again in {seconds} s."));
    }
}
