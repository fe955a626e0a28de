using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>The built program, run as a process of its own; nothing of it outlives the test.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private ProgramProcess(string program, IEnumerable<string> args, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        program = Path.Combine(AppContext.BaseDirectory, program);
        process = new()
        {
            StartInfo = new(dotnet, [program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        foreach (var (name, value) in settings) process.StartInfo.Environment[name] = value;
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(error, line.Data);
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public string Output => Text(output);

    public string Error => Text(error);

    public static ProgramProcess Start(params string[] args) => Start("kpigrid.dll", args, []);

    /// <summary>Starts a program that stands beside the tests, with settings in its environment.</summary>
    public static ProgramProcess Start(
        string program, IEnumerable<string> args, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var started = new ProgramProcess(program, args, settings);
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Runs a command to its end and returns what it printed.</summary>
    public static async Task<string> Run(TimeSpan within, params string[] args)
    {
        await using var run = Start(args);
        var code = await run.Code(within);
        Assert.True(code == 0, $"{string.Join(' ', args)}: {code} {run.Error} {run.Output}");
        return run.Output;
    }

    /// <summary>Waits for it to end by itself and returns its exit code.</summary>
    public async Task<int> Code(TimeSpan within)
    {
        await End(within);
        return process.ExitCode;
    }

    /// <summary>Asks it to stop, as a supervisor does.</summary>
    public async Task Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
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
