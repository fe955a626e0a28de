using System.CommandLine;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid keys revoke</c>.</summary>
internal static class KeyRevokeCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The key's id, as the list names it" };
        var reason = new Option<string?>("--reason") { Description = "Why" };
        var asking = new KeyAsking();
        var command = new Command("revoke",
            "Take a key back: within 5 seconds it opens nothing anywhere.\n"
            + "Example: kpigrid keys revoke abcdefghijkm --reason \"the laptop is lost\"")
        {
            id, reason, asking.Url, asking.Key, asking.Data,
        };
        command.SetAction((asked, cancellationToken) => asking.Run(asked, async (screen, desk) =>
        {
            var revoked = await desk.Revoke(asked.GetValue(id)!, asked.GetValue(reason), cancellationToken);
            if (screen.IsJson) screen.Answer(revoked);
            screen.Say($"{asked.GetValue(id)} opens nothing any more.");
        }));
        return command;
    }
}
