using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid changed</c>: what a total was, what it is, and which revisions came between.</summary>
internal static class ChangedCommand
{
    private static readonly string[] Header =
        ["recorded at", "pilot", "id", "revision", "kind", "before", "after", "reason", "author"];

    private static readonly Argument<string> Place = new("place")
    {
        Description = "regions/ID, municipalities/CODE or pilots/ID",
    };

    private static readonly Option<string> Kpi = new("--kpi") { Description = "The KPI code", Required = true };

    private static readonly Option<string> From = new("--from") { Description = "The first day", Required = true };

    private static readonly Option<string> To = new("--to") { Description = "The day after the last", Required = true };

    private static readonly Option<string> Since = new("--since")
    {
        Description = "The instant to look back to, with offset", Required = true,
    };

    private static readonly Option<string?> Limit = new("--limit") { Description = "At most so many revisions" };

    public static Command Create()
    {
        var command = new Command("changed",
            "Show what changed since an instant.\nExample: kpigrid changed regions/ncc --kpi CDW-DIV "
            + "--from 2026-01-01 --to 2026-04-01 --since 2026-05-01T00:00:00Z")
        {
            Place, Kpi, From, To, Since, Limit,
        };
        command.Asks(Path, Show);
        return command;
    }

    private static string Path(ParseResult asked) => $"/v1/{asked.GetValue(Place)}/changes?" + Question.Query(
    [
        ("kpi", asked.GetValue(Kpi)), ("from", asked.GetValue(From)), ("to", asked.GetValue(To)),
        ("since", asked.GetValue(Since)), ("limit", asked.GetValue(Limit)),
    ]);

    private static void Show(Screen screen, JsonElement answer)
    {
        var (then, now) = (answer.GetProperty("then"), answer.GetProperty("now"));
        var before = then.ValueKind == JsonValueKind.Null ? "not there" : Text(then, "value");
        screen.Say($"{Text(answer, "node")} {Text(answer, "kpi")} {Text(now, "period")}: {before} at "
            + $"{Text(answer, "since")}, now {Text(now, "value")} {Text(answer, "unit")}, "
            + $"difference {Text(answer, "difference")}");
        screen.Table(Header, answer.GetProperty("revisions").EnumerateArray().Select(Row));
        if (answer.GetProperty("more").GetInt32() is > 0 and var more) screen.Say($"{more} older revisions: raise --limit");
        if (answer.TryGetProperty("hidden", out var hidden))
            screen.Say($"{Text(hidden, "revisions")} revisions of {Text(hidden, "pilots")} pilots are not yours to read");
    }

    private static IReadOnlyList<string> Row(JsonElement revision)
    {
        var entry = revision.GetProperty("entry");
        return
        [
            Text(entry, "recordedAt"), Text(entry, "pilot"), Text(entry, "id"), Text(entry, "revision"), Text(entry, "kind"),
            Counted(revision.GetProperty("before")), Counted(revision.GetProperty("after")), Text(entry, "reason"),
            Text(entry, "author"),
        ];
    }

    private static string Counted(JsonElement counted) => counted.ValueKind == JsonValueKind.Null ? "-"
        : $"{Text(counted, "a")}{(Text(counted, "b") is "-" ? "" : " / " + Text(counted, "b"))} {Text(counted, "unit")}";

    private static string Text(JsonElement holder, string name) =>
        holder.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "-";
}
