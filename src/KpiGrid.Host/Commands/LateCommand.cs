using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid late</c>: who is late, since when and why.</summary>
internal static class LateCommand
{
    private static readonly string[] Header = ["stream", "lead", "late for", "missing", "due", "working days", "why", "marked"];
    private static readonly string[] CameHeader = ["was late", "missing", "due", "marked", "came"];

    public static Command Create() => PlaceQuestion.Create("late",
        "Show whose reports were due and have not come.\nExample: kpigrid late regions/ncc --on 2026-08-20", Show);

    private static void Show(Screen screen, JsonElement late)
    {
        screen.Say($"{late.GetProperty("node").GetString()} on {late.GetProperty("on").GetString()}, "
            + $"due {late.GetProperty("graceDays")} working days after a period ends");
        screen.Table(Header, late.GetProperty("streams").EnumerateArray().Select(stream => (IReadOnlyList<string>)
        [
            Text(stream, "stream"), Text(stream, "lead"), List(stream, "municipalities"), List(stream, "periods"),
            Text(stream, "due"), stream.GetProperty("workingDays").ToString(), Text(stream, "why"),
            Text(stream, "markedAt"),
        ]));
        var came = late.GetProperty("came").EnumerateArray().ToList();
        if (came.Count > 0) screen.Table(CameHeader, came.Select(line => (IReadOnlyList<string>)
        [
            Text(line, "stream"), Text(line, "period"), Text(line, "due"), Text(line, "markedAt"), Text(line, "cameAt"),
        ]));
    }

    private static string Text(JsonElement holder, string name) => holder.GetProperty(name).GetString() ?? "";

    private static string List(JsonElement holder, string name) =>
        string.Join(", ", holder.GetProperty(name).EnumerateArray().Select(each => each.GetString()));
}
