using System.Diagnostics;

namespace KpiGrid.Tests.Faults;

/// <summary>A process on a host of the network; what it says goes to a file.</summary>
internal sealed class HostedProcess : IDisposable
{
    private readonly Process process;
    private readonly string log;

    public HostedProcess(
        string space, string log, IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string>> environment)
    {
        this.log = log;
        // Each replaces the one before, so that the process keeps the id by which it is signalled.
        const string script = "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1";
        string[] words = ["-c", script, "sh", log, "ip", "netns", "exec", space, .. command];
        process = new() { StartInfo = new("sh", words) };
        foreach (var (name, value) in environment) process.StartInfo.Environment[name] = value;
        process.Start();
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public int? ExitCode => process.HasExited ? process.ExitCode : null;

    /// <summary>The end of what it said.</summary>
    public string Said => File.Exists(log) && File.ReadAllText(log) is var text ? text[^Math.Min(text.Length, 4_000)..] : "";

    public void Freeze() => Signals.Freeze(Id);

    public void Thaw() => Signals.Thaw(Id);

    public async Task Kill()
    {
        if (!process.HasExited) Signals.KillNow(Id);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Asks it to stop, as a supervisor does, and waits until it has.</summary>
    public async Task Terminate(TimeSpan within)
    {
        if (!process.HasExited) Signals.AskToStop(Id);
        await process.WaitForExitAsync().WaitAsync(within);
    }

    public void Dispose()
    {
        if (!process.HasExited) Signals.KillNow(Id);
        process.WaitForExit(TimeSpan.FromSeconds(30));
        process.Dispose();
    }
}
