using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>For as long as it lives, every sync of a process fails as on a broken disk.</summary>
internal sealed class FailingSyncs : IAsyncDisposable
{
    private readonly Process strace;
    private readonly List<string> said = [];
    private readonly TaskCompletionSource attached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FailingSyncs(int process)
    {
        strace = new()
        {
            StartInfo = new("strace",
            [
                "-f", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO",
                "-p", process.ToString(CultureInfo.InvariantCulture),
            ]) { RedirectStandardError = true },
        };
        strace.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>How often a sync was made to fail so far.</summary>
    public int Failed
    {
        get { lock (said) return said.Count(line => line.Contains("(INJECTED)", StringComparison.Ordinal)); }
    }

    public static async Task<FailingSyncs> Of(int process)
    {
        Needed.Must(Needed.Runs("strace", "--version"), "There is no strace: install the package of that name");
        var failing = new FailingSyncs(process);
        failing.strace.Start();
        failing.strace.BeginErrorReadLine();
        var first = await Task.WhenAny(failing.attached.Task, failing.strace.WaitForExitAsync());
        Needed.Must(first == failing.attached.Task, $"strace may not attach here: {string.Join(' ', failing.said)}");
        return failing;
    }

    public async ValueTask DisposeAsync()
    {
        if (!strace.HasExited) Needed.Runs("kill", "-INT", strace.Id.ToString(CultureInfo.InvariantCulture));
        await strace.WaitForExitAsync();
        strace.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.Add(line);
        if (line.Contains(" attached", StringComparison.Ordinal)) attached.TrySetResult();
    }
}
