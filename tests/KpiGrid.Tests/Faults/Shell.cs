using System.Diagnostics;

namespace KpiGrid.Tests.Faults;

/// <summary>Runs commands of the system and tells what they said when one fails.</summary>
internal static class Shell
{
    /// <summary>Runs lines one after the other, up to the first that fails, and returns what they printed.</summary>
    public static string Run(string script, params string[] args)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-euc", script, "sh", .. args])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var error = shell.StandardError.ReadToEndAsync();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return shell.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{script}: {shell.ExitCode} {error.Result} {output}");
    }
}
