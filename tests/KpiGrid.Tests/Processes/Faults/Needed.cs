using System.Diagnostics;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>Tools of Linux that make real faults.</summary>
internal static class Needed
{
    /// <summary>Skips a test that cannot be made here; where everything must run, it fails.</summary>
    public static void Must(bool there, string missing)
    {
        if (!there && Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(missing);
        Assert.SkipUnless(there, missing);
    }

    /// <summary>Runs a tool; true when it said that all went well.</summary>
    public static bool Runs(string tool, params string[] args)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(tool, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such tool
        }
    }
}
