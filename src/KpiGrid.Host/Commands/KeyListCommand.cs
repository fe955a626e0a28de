using System.CommandLine;
using System.Text.Json;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid keys list</c>.</summary>
internal static class KeyListCommand
{
    private static readonly string[] header = ["id", "actor", "use", "grants", "expires", "revoked", "label"];

    public static Command Create()
    {
        var asking = new KeyAsking();
        var command = new Command("list", "List the keys; no list holds what opens anything.\nExample: kpigrid keys list")
        {
            asking.Url, asking.Key, asking.Data,
        };
        command.SetAction((asked, cancellationToken) => asking.Run(asked, async (screen, desk) =>
        {
            var keys = await desk.All(cancellationToken);
            if (screen.IsJson) screen.Answer(keys);
            else screen.Table(header, keys.Select(Row));
        }));
        return command;
    }

    private static IReadOnlyList<string> Row(JsonElement key) =>
    [
        Text(key, "id"), Text(key, "actor"), Text(key, "use"),
        string.Join(", ", key.GetProperty("grants").EnumerateArray().Select(Grant)),
        Text(key, "expires"), key.GetProperty("revoked").GetBoolean() ? "revoked" : "", Text(key, "label"),
    ];

    private static string Grant(JsonElement grant) =>
        grant.GetProperty("on").GetString() is { } on ? $"{Text(grant, "role")} of {on}" : Text(grant, "role");

    private static string Text(JsonElement holder, string name) => holder.GetProperty(name).GetString() ?? "";
}
