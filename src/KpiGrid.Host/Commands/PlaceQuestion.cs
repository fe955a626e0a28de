using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary>A command that asks one question of a place, of one KPI or all, mostly on a day.</summary>
internal static class PlaceQuestion
{
    private static readonly Argument<string> Place = new("place")
    {
        Description = "regions/ID, municipalities/CODE or pilots/ID",
    };

    private static readonly Option<string?> Kpi = new("--kpi") { Description = "Only this KPI" };

    private static readonly Option<string?> On = new("--on") { Description = "As of this day instead of today" };

    /// <summary>The command of this name, which is the last part of the path too.</summary>
    public static Command Create(string name, string description, Action<Screen, JsonElement> show, bool onDay = true)
    {
        var command = new Command(name, description) { Place, Kpi };
        if (onDay) command.Add(On);
        command.Asks(asked => Path(asked, name, onDay), show);
        return command;
    }

    private static string Path(ParseResult asked, string name, bool onDay) =>
        $"/v1/{asked.GetValue(Place)}/{name}?"
        + Question.Query([("kpi", asked.GetValue(Kpi)), ("on", onDay ? asked.GetValue(On) : null)]);
}
