using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid approval</c>: submitting, approving and re-opening the periods of a pilot.</summary>
internal static class ApprovalCommand
{
    private static readonly string[] Header = ["recorded", "act", "day", "by", "reason"];

    public static Command Create() => new("approval",
        "Submit, approve and re-open the periods of a pilot.\nExample: kpigrid approval show skive-nedrivning")
    {
        Show(),
        Act("submit", "--before", "Say that everything before a day is complete; its lead does."),
        Act("recall", "--from", "Take back what was submitted from a day on and nobody has approved; its lead does."),
        Act("approve", "--before", "Approve what was submitted before a day; a coordinator does, in a pilot of two levels."),
        Act("reopen", "--from", "Open what was submitted or approved from a day on, with a reason; a coordinator does."),
    };

    private static Argument<string> Pilot() => new("pilot") { Description = "Such as skive-nedrivning" };

    private static string Path(string? pilot) => $"/v1/pilots/{Uri.EscapeDataString(pilot!)}/approval";

    private static Command Show()
    {
        var pilot = Pilot();
        var command = new Command("show",
            "Show how far the periods of a pilot are submitted and approved.\nExample: kpigrid approval show skive-nedrivning")
        {
            pilot,
        };
        command.Asks(asked => Path(asked.GetValue(pilot)), Show);
        return command;
    }

    private static Command Act(string act, string option, string description)
    {
        var pilot = Pilot();
        var day = new Option<string>(option) { Description = "The first day that is not submitted or approved afterwards", Required = true };
        var reason = new Option<string?>("--reason") { Description = "Why", Required = act == "reopen" };
        var id = new Option<string?>("--id") { Description = "Its id, by which a repeat is known; else a new one" };
        var why = act == "reopen" ? " --reason \"A load was weighed twice\"" : "";
        var command = new Command(act, $"{description}\nExample: kpigrid approval {act} skive-nedrivning {option} 2026-04-01{why}")
        {
            pilot, day, reason, id,
        };
        command.Sends(asked => new(HttpMethod.Post, Path(asked.GetValue(pilot)), new()
        {
            ["act"] = act, ["id"] = asked.GetValue(id) ?? $"{act}-{Guid.NewGuid():n}", ["day"] = asked.GetValue(day),
            ["reason"] = asked.GetValue(reason),
        }), Show);
        return command;
    }

    private static void Show(Screen screen, JsonElement standing)
    {
        screen.Say($"{TotalsTable.Text(standing, "pilot")}: {Levels(standing)}; {Before(standing, "submitted")}, "
            + $"{Before(standing, "approved")}, {Before(standing, "closed")}.");
        screen.Table(Header, TotalsTable.List(standing, "acts").Select(act => (IReadOnlyList<string>)
        [
            TotalsTable.Text(act, "recordedAt"), TotalsTable.Text(act, "act"), TotalsTable.Text(act, "day"),
            TotalsTable.Text(act, "author"), TotalsTable.Text(act, "reason"),
        ]));
    }

    private static string Levels(JsonElement standing) => TotalsTable.Text(standing, "levels") switch
    {
        "0" => "nobody has to approve",
        "1" => "its lead approves by submitting",
        _ => "its lead submits, a coordinator approves",
    };

    private static string Before(JsonElement standing, string what) =>
        TotalsTable.Text(standing, $"{what}Before") is { Length: > 0 } day ? $"{what} before {day}" : $"nothing {what}";
}
