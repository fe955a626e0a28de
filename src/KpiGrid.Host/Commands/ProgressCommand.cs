using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid progress</c>: how far the targets of a place are.</summary>
internal static class ProgressCommand
{
    private static readonly string[] Header = ["kpi", "class", "wanted", "in", "wanted by now", "then", "measured to", "status"];

    public static Command Create() => PlaceQuestion.Create("progress",
        "Show how far the targets of a place are.\nExample: kpigrid progress regions/ncc --on 2026-07-31", Show);

    private static void Show(Screen screen, JsonElement progress)
    {
        screen.Say($"{progress.GetProperty("node").GetString()} on {progress.GetProperty("on").GetString()}, "
            + $"rule {progress.GetProperty("method").GetProperty("rule").GetString()}");
        screen.Table(Header, progress.GetProperty("targets").EnumerateArray().Select(Row));
    }

    private static IReadOnlyList<string> Row(JsonElement target)
    {
        var (wanted, unit) = (target.GetProperty("wanted"), target.GetProperty("unit").GetString());
        return
        [
            target.GetProperty("kpi").ToString(), target.GetProperty("class").ToString(), $"{wanted.GetProperty("whole")} {unit}",
            wanted.GetProperty("period").ToString(), wanted.GetProperty("byNow").ToString(),
            target.GetProperty("valueThen").ToString(), target.GetProperty("measuredTo").ToString(),
            target.GetProperty("status").ToString(),
        ];
    }
}
