using System.CommandLine;
using System.Text.Json;
using KpiGrid.Host.Keys;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid keys create</c> and <c>keys link</c>: what opens something, shown once.</summary>
internal static class KeyMakingCommand
{
    public static Command Key() => Create("create",
        "Make a key for a machine; it is shown once.\n"
        + "Example: kpigrid keys create --role lead --on pilots/wb-1 --actor weighbridge-1 --label \"the weighbridge\"",
        Show);

    public static Command Link() => Create("link",
        "Make an address at which a person signs in with a browser, once, within 15 minutes.\n"
        + "Example: kpigrid keys link --role coordinator --on regions/ncc --actor coordinator-7",
        ShowLink);

    private static Command Create(string name, string description, Action<Screen, Uri, JsonElement> show)
    {
        var role = new Option<string>("--role") { Description = "What may be done", Required = true }
            .AcceptOnlyFromAmong("admin", "coordinator", "lead", "body", "analyst", "auditor");
        var on = new Option<string?>("--on") { Description = "regions/ID or pilots/ID; without it everything" };
        var actor = new Option<string>("--actor")
        {
            Description = "Who acts with it: an opaque id of a-z, 0-9 and -, never a person's name", Required = true,
        };
        var label = new Option<string?>("--label") { Description = "What it is for" };
        var expires = new Option<DateTimeOffset?>("--expires") { Description = "When it expires: an instant within 366 days" };
        var asking = new KeyAsking();
        var command = new Command(name, description) { role, on, actor, label, expires, asking.Url, asking.Key, asking.Data };
        command.SetAction((asked, cancellationToken) => asking.Run(asked, async (screen, desk) =>
        {
            var wish = new KeyWish(asked.GetValue(actor)!, asked.GetValue(role)!, asked.GetValue(on),
                asked.GetValue(label) ?? $"made with kpigrid keys {name}")
            {
                IsLink = name == "link", Expires = asked.GetValue(expires),
            };
            show(screen, asked.GetValue(asking.Url)!, await desk.Make(wish, cancellationToken));
        }));
        return command;
    }

    private static void Show(Screen screen, Uri server, JsonElement made)
    {
        if (screen.IsJson) screen.Answer(made);
        screen.Say($"Key {Text(made, "id")} of {Text(made, "actor")}, until {Text(made, "expires")}; it is shown this once:");
        screen.Say(Text(made, "key"));
    }

    private static void ShowLink(Screen screen, Uri server, JsonElement made)
    {
        var address = new Uri(server, $"/sign-in/{Text(made, "key")}");
        if (screen.IsJson) screen.Answer(new { id = Text(made, "id"), address, expires = Text(made, "expires") });
        screen.Say($"Opens once, until {Text(made, "expires")}; give it to nobody but {Text(made, "actor")}:");
        screen.Say(address.ToString());
    }

    private static string Text(JsonElement made, string name) => made.GetProperty(name).GetString()!;
}
