using System.CommandLine;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid keys</c>: who is let in.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys",
        "Make, list and revoke keys, and make links by which people sign in.\n"
        + "Example: kpigrid keys create --role lead --on pilots/wb-1 --actor weighbridge-1 --label \"the weighbridge\"")
    {
        KeyMakingCommand.Key(), KeyMakingCommand.Link(), KeyListCommand.Create(), KeyRevokeCommand.Create(),
    };
}
