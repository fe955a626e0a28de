using System.Globalization;
using KpiGrid.Host.Commands;
using KpiGrid.Host.Http;

namespace KpiGrid.Host.Watch;

/// <summary>Shows events as they come: a table that moves on a terminal, lines elsewhere, JSON for scripts.</summary>
internal sealed class WatchRun(HttpClient http, string path, int eventsMax, TimeProvider time)
{
    private static readonly Patience patience = new() { TriesMax = int.MaxValue, WaitMax = TimeSpan.FromSeconds(5) };

    public Task Show(Screen screen, CancellationToken cancellationToken)
    {
        if (screen.IsJson) return Read(each => screen.Answer(Json(each)), Lost(screen), cancellationToken);
        if (!screen.IsTerminal) return Read(each => Say(screen, each), Lost(screen), cancellationToken);
        var table = new WatchTable(time);
        return screen.Moving(draw => Read(
            each => draw(table.Show(each)), reason => draw(table.Lost(reason)), cancellationToken));
    }

    private async Task Read(Action<LiveEvent> show, Action<string?> lost, CancellationToken cancellationToken)
    {
        var left = eventsMax;
        var source = new LiveSource(http, path, patience, time, lost);
        await foreach (var each in source.Read(cancellationToken))
        {
            show(each);
            if (--left == 0) return;
        }
    }

    private Action<string?> Lost(Screen screen)
    {
        string? since = null;
        return reason =>
        {
            if (reason is null) screen.Remark("connection back");
            else if (since is null) screen.Remark($"connection lost since {Clock(time)}: {reason}");
            since = reason is null ? null : since ?? Clock(time);
        };
    }

    public static string Clock(TimeProvider time) =>
        time.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static object Json(LiveEvent each) => new { @event = each.Name, data = each.Data };

    private static void Say(Screen screen, LiveEvent each)
    {
        foreach (var line in each.Lines.Where(line => !each.IsSnapshot || line.Value.Length > 0))
        {
            var from = each.IsSnapshot ? "" : $"\tfrom {(line.From.Length > 0 ? line.From : "no value")}";
            screen.Say($"{each.Version}\t{line.Kpi}\t{line.Period}\t{Shown(line)}{from}");
        }
    }

    public static string Shown(LiveLine line) => line.Value.Length > 0 ? $"{line.Value} {line.Unit}" : "no value";
}
