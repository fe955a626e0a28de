using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid edition</c>: numbers frozen as known at a cut-off, and what changed since.</summary>
internal static class EditionCommand
{
    public static Command Create() => new("edition",
        "Freeze the numbers of a region as known at a cut-off, show them, and what changed since.\n"
        + "Example: kpigrid edition create regions/ncc --round 2026-05-21")
    {
        Make(), List(), Show(), Changes(), EditionVerifyCommand.Create(),
    };

    internal static Argument<string> Region() => new("region") { Description = "regions/ID" };

    internal static Argument<int> Number() => new("number") { Description = "The number of the edition" };

    private static Command Make()
    {
        var region = Region();
        var round = new Option<string?>("--round") { Description = "The round it is for, whose cut-off it takes" };
        var cutOff = new Option<string?>("--cut-off") { Description = "For no round: the instant as of which the numbers were known" };
        var title = new Option<string?>("--title") { Description = "What it is called" };
        var kpi = new Option<string[]>("--kpi") { Description = "Only these KPIs" };
        var from = new Option<string?>("--from") { Description = "The first day; else four quarters before that of the cut-off" };
        var to = new Option<string?>("--to") { Description = "The day after the last" };
        var by = new Option<string?>("--by") { Description = "The length of the periods; else quarters" }
            .AcceptOnlyFromAmong("day", "week", "month", "quarter", "half", "year");
        var command = new Command("create",
            "Freeze the numbers; the same again is the same edition.\n"
            + "Example: kpigrid edition create regions/ncc --round 2026-05-21 --from 2026-01-01 --to 2026-04-01")
        {
            region, round, cutOff, title, kpi, from, to, by,
        };
        command.Sends(asked =>
        {
            var order = new JsonObject();
            foreach (var (name, text) in (IEnumerable<(string, string?)>)
                [("round", asked.GetValue(round)), ("cutOff", asked.GetValue(cutOff)), ("title", asked.GetValue(title)),
                ("from", asked.GetValue(from)), ("to", asked.GetValue(to)), ("by", asked.GetValue(by))])
                if (text is not null) order[name] = text;
            if (asked.GetValue(kpi) is { Length: > 0 } codes)
                order["kpis"] = new JsonArray([.. codes.Select(code => JsonValue.Create(code))]);
            return new(HttpMethod.Post, $"/v1/{asked.GetValue(region)}/editions", order);
        }, EditionTable.Made);
        return command;
    }

    private static Command List()
    {
        var region = Region();
        var command = new Command("list", "List the editions of a region.\nExample: kpigrid edition list regions/ncc") { region };
        command.Asks(asked => $"/v1/{asked.GetValue(region)}/editions", EditionTable.List);
        return command;
    }

    private static Command Show()
    {
        var (region, number) = (Region(), Number());
        var command = new Command("show", "Show an edition.\nExample: kpigrid edition show regions/ncc 1") { region, number };
        command.Asks(asked => $"/v1/{asked.GetValue(region)}/editions/{asked.GetValue(number)}", EditionTable.Show);
        return command;
    }

    private static Command Changes()
    {
        var (region, number) = (Region(), Number());
        var command = new Command("changes",
            "Show which numbers are no longer as an edition has them, by how much and why.\n"
            + "Example: kpigrid edition changes regions/ncc 1")
        {
            region, number,
        };
        command.Asks(asked => $"/v1/{asked.GetValue(region)}/editions/{asked.GetValue(number)}/changes", EditionTable.Changes);
        return command;
    }
}
