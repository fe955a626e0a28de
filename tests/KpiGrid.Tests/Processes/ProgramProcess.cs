using System.Diagnostics;
using System.Text;
using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>The built program, run as a process of its own; nothing of it outlives the test.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private ProgramProcess(IEnumerable<string> args)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var program = Path.Combine(AppContext.BaseDirectory, "kpigrid.dll");
        process = new()
        {
            StartInfo = new(dotnet, [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(error, line.Data);
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public string Output => Text(output);

    public string Error => Text(error);

    public static ProgramProcess Start(params string[] args)
    {
        var started = new ProgramProcess(args);
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Runs a command to its end and returns what it printed.</summary>
    public static async Task<string> Run(TimeSpan within, params string[] args)
    {
        await using var run = Start(args);
        await run.End(within);
        var code = run.process.ExitCode;
        Assert.True(code == 0, $"{string.Join(' ', args)}: {code} {run.Error} {run.Output}");
        return run.Output;
    }

    /// <summary>Ends it as a power cut would: it is told nothing.</summary>
    public async Task Kill()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await End(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }

    // After a failed test its own token is cancelled, yet the process must still be gone.
    private async Task End(TimeSpan within)
    {
        using var deadline = new CancellationTokenSource(within);
        await process.WaitForExitAsync(deadline.Token);
    }

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text) text.AppendLine(line);
    }

    private static string Text(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
