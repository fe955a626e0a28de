using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid confirm</c>: a participant says that its part of a measurement reported on its behalf is right, or not.</summary>
internal static class ConfirmCommand
{
    private static readonly Argument<string> Pilot = new("pilot") { Description = "Such as imog-recyclagepark" };
    private static readonly Option<string> For = new("--for") { Description = "The municipality that says so", Required = true };
    private static readonly Option<string> Kpi = new("--kpi") { Description = "The KPI of the measurement", Required = true };
    private static readonly Option<string> Measurement = new("--measurement") { Description = "Its id", Required = true };
    private static readonly Option<int> Revision = new("--revision")
    {
        Description = "The revision that was looked at", DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string?> Dispute = new("--dispute") { Description = "Say that it is wrong, and why" };
    private static readonly Option<string?> Id = new("--id") { Description = "Its id, by which a repeat is known; else a new one" };

    public static Command Create()
    {
        var command = new Command("confirm",
            "Confirm or dispute what was reported on behalf of a municipality; who changes a region it lies in does.\n"
            + "Example: kpigrid confirm imog-recyclagepark --for BE-34009 --kpi CDW-DIV --measurement sample-cdw-div-2026-q1")
        {
            Pilot, For, Kpi, Measurement, Revision, Dispute, Id,
        };
        command.Sends(asked => new(HttpMethod.Post, $"/v1/pilots/{Uri.EscapeDataString(asked.GetValue(Pilot)!)}/confirmations", new()
        {
            ["act"] = asked.GetValue(Dispute) is null ? "confirm" : "dispute",
            ["id"] = asked.GetValue(Id) ?? $"confirm-{Guid.NewGuid():n}",
            ["municipality"] = asked.GetValue(For), ["kpi"] = asked.GetValue(Kpi), ["measurement"] = asked.GetValue(Measurement),
            ["revision"] = asked.GetValue(Revision), ["reason"] = asked.GetValue(Dispute),
        }), Show);
        return command;
    }

    private static void Show(Screen screen, JsonElement answer) => screen.Say(
        $"{TotalsTable.Text(answer, "municipality")}: "
        + ConfirmationsCommand.Said(answer.GetProperty("said"), TotalsTable.Text(answer, "unit")));
}
