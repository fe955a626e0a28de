using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid round</c>: partner meetings of a region, and what its members say in them.</summary>
internal static class RoundCommand
{
    private static readonly string[] Header = ["round", "title", "date", "cut-off", "members"];

    public static Command Create() => new("round",
        "Plan the rounds of a region and say what comes next.\nExample: kpigrid round list regions/ncc")
    {
        List(), Put(), Turn(), Show(),
    };

    private static Argument<string> Name() => new("round") { Description = "Its name in the region: a-z, 0-9 and -, such as its date" };

    private static Command List()
    {
        var region = EditionCommand.Region();
        var command = new Command("list", "List the rounds of a region.\nExample: kpigrid round list regions/ncc") { region };
        command.Asks(asked => $"/v1/{asked.GetValue(region)}/rounds", (screen, rounds) => screen.Table(Header,
            TotalsTable.List(rounds, "items").Select(round => (IReadOnlyList<string>)
            [
                Text(round, "id"), Text(round, "title"), Text(round, "date"), Text(round, "cutOff"),
                string.Join(", ", TotalsTable.List(round, "members").Select(TotalsTable.Plain)),
            ])));
        return command;
    }

    private static Command Put()
    {
        var (region, name) = (EditionCommand.Region(), Name());
        var title = new Option<string>("--title") { Description = "What it is called", Required = true };
        var date = new Option<string>("--date") { Description = "The day they meet", Required = true };
        var cutOff = new Option<string>("--cut-off") { Description = "What was recorded up to this instant counts", Required = true };
        var member = new Option<string[]>("--member") { Description = "Who speaks, in order", Required = true };
        var kpi = new Option<string?>("--kpi") { Description = "The one number of those who choose none" };
        var reason = new Option<string?>("--reason") { Description = "Why it changes" };
        var command = new Command("put",
            "Plan a round, or change it.\nExample: kpigrid round put regions/ncc 2026-05-21 --title \"Third round\" --date 2026-05-21 "
            + "--cut-off 2026-05-21T00:00:00+02:00 --member DK-0751 --member DK-0615")
        {
            region, name, title, date, cutOff, member, kpi, reason,
        };
        command.Sends(asked => new(HttpMethod.Put, $"/v1/{asked.GetValue(region)}/rounds/{asked.GetValue(name)}", new()
        {
            ["title"] = asked.GetValue(title), ["date"] = asked.GetValue(date), ["cutOff"] = asked.GetValue(cutOff),
            ["kpi"] = asked.GetValue(kpi), ["reason"] = asked.GetValue(reason),
            ["members"] = new JsonArray([.. asked.GetValue(member)!.Select(code => JsonValue.Create(code))]),
        }), Recorded);
        return command;
    }

    private static Command Turn()
    {
        var (region, name) = (EditionCommand.Region(), Name());
        var municipality = new Argument<string>("municipality") { Description = "Whose turn it is, by its code" };
        var step = new Option<string[]>("--step") { Description = "What comes next; at most three" };
        var by = new Option<string?>("--by") { Description = "By which day" };
        var nothing = new Option<bool>("--nothing-to-report") { Description = "Show the flag: there is nothing to report" };
        var kpi = new Option<string?>("--kpi") { Description = "The one number to name; else that of the round" };
        var reason = new Option<string?>("--reason") { Description = "Why it changes" };
        var command = new Command("turn",
            "Say what comes next for a municipality.\n"
            + "Example: kpigrid round turn regions/ncc 2026-05-21 DK-0615 --step \"The second building is taken down\" --by 2026-08-01")
        {
            region, name, municipality, step, by, nothing, kpi, reason,
        };
        command.Sends(asked => new(HttpMethod.Put,
            $"/v1/{asked.GetValue(region)}/rounds/{asked.GetValue(name)}/turns/{asked.GetValue(municipality)}", new()
            {
                ["nothingToReport"] = asked.GetValue(nothing), ["kpi"] = asked.GetValue(kpi), ["reason"] = asked.GetValue(reason),
                ["steps"] = new JsonArray([.. (asked.GetValue(step) ?? []).Select(text =>
                    new JsonObject { ["text"] = text, ["by"] = asked.GetValue(by) })]),
            }), Recorded);
        return command;
    }

    private static Command Show()
    {
        var (region, name) = (EditionCommand.Region(), Name());
        var command = new Command("show",
            "Show the pages of a round: what moved since the one before, one number, next steps.\n"
            + "Example: kpigrid round show regions/ncc 2026-05-21")
        {
            region, name,
        };
        command.Asks(asked => $"/v1/{asked.GetValue(region)}/rounds/{asked.GetValue(name)}/pack", PackTable.Show);
        return command;
    }

    private static void Recorded(Screen screen, JsonElement noun) =>
        screen.Say($"{Text(noun, "id")} is recorded, head {Text(noun, "head")}.");

    private static string Text(JsonElement holder, string name) => TotalsTable.Text(holder, name);
}
