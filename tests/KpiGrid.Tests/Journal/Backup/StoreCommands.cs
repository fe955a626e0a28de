using System.Text.Json;
using KpiGrid.Tests.Processes;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>The program's own commands, run on a store; backups lie in a folder of the test, each by a name.</summary>
internal sealed class StoreCommands(TempFolder root)
{
    private static readonly TimeSpan within = TimeSpan.FromMinutes(3);

    public string File(string name) => root.File(name + ".backup");

    public Task<JsonElement> Backup(string name, TestedStore store) =>
        Run(store, "backup", File(name), "--data", store.Data, "--json");

    public Task<JsonElement> Restore(string name, TestedStore store, params string[] more) =>
        Run(store, ["restore", File(name), "--data", store.Data, "--json", .. more]);

    /// <summary>Runs a command that is to be refused, and tells why it was.</summary>
    public static async Task<string> Refused(params string[] args)
    {
        await using var run = ProgramProcess.Start(args);
        Assert.Equal(1, await run.Code(within));
        return run.Error;
    }

    public static async Task<JsonElement> Run(TestedStore store, params string[] args)
    {
        await using var run = ProgramProcess.Start("kpigrid.dll", args, store.Environment);
        var code = await run.Code(within);
        Assert.True(code == 0, $"{string.Join(' ', args)}: {code} {run.Error} {run.Output}");
        return JsonSerializer.Deserialize<JsonElement>(run.Output);
    }
}
