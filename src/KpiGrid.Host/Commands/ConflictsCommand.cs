using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid conflicts</c>: figures that cannot both be right, until one is corrected.</summary>
internal static class ConflictsCommand
{
    private static readonly string[] Header = ["pilot", "kpi", "class", "period", "whole", "participants", "more", "since", "to resolve it"];

    public static Command Create() => PlaceQuestion.Create("conflicts",
        "Show whole figures that do not agree with what participants report of the same.\nExample: kpigrid conflicts regions/ncc",
        Show, onDay: false);

    private static void Show(Screen screen, JsonElement told)
    {
        screen.Say($"{told.GetProperty("node").GetString()}: {told.GetProperty("conflicts").GetArrayLength()} in conflict");
        screen.Table(Header, told.GetProperty("conflicts").EnumerateArray().Select(Row));
    }

    private static IReadOnlyList<string> Row(JsonElement conflict)
    {
        var whole = conflict.GetProperty("whole");
        var body = whole.GetProperty("onBehalfOf").GetString() is { } name ? $" by {name}" : "";
        return
        [
            conflict.GetProperty("pilot").ToString(), conflict.GetProperty("kpi").ToString(), conflict.GetProperty("class").ToString(),
            conflict.GetProperty("period").ToString(), $"{whole.GetProperty("amount")} {conflict.GetProperty("unit")}{body}",
            string.Join(", ", conflict.GetProperty("own").EnumerateArray().Select(own =>
                $"{own.GetProperty("municipality").GetString()} {own.GetProperty("amount")}")),
            conflict.GetProperty("difference").ToString(), conflict.GetProperty("since").ToString(),
            conflict.GetProperty("resolve").ToString(),
        ];
    }
}
