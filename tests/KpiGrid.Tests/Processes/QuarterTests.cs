using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace KpiGrid.Tests.Processes;

/// <summary>A quarter of the sample networks, played by <c>scripts/quarter</c> over the built program.</summary>
public sealed partial class QuarterTests
{
    private static readonly TimeSpan within = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task The_quarter_prints_the_figures_of_the_sample_networks()
    {
        var printed = await Run();
        var parts = printed.Split("\n== ");
        Assert.Equal(9, parts.Length);
        // Silent from the start, as networks.md has them; one of them reports afterwards.
        Assert.Contains("turnhout-strategie/EVT-N\tStad Turnhout\tBE-13040\t2025-Q4, 2026-Q1\t", parts[1], StringComparison.Ordinal);
        Assert.Contains("turnhout-strategie/EVT-N\tStad Turnhout\tBE-13040\t2025-Q4\t", parts[2], StringComparison.Ordinal);
        Assert.Contains("roeselare-strategie/EVT-N", parts[2], StringComparison.Ordinal);
        // The pages: Horsens has a quarter of 120 beside its own 30; Viborg shows the flag.
        Assert.Contains("Horsens (DK-0615)\n  one number: CDW-DIV 2026-Q1: 60 t\n  moved: CDW-DIV 2026-Q1: nothing to 60 t\n", parts[4], StringComparison.Ordinal);
        Assert.Contains("  next: The second building of Stop Byggespild is taken down, by 2026-08-01\n", parts[4], StringComparison.Ordinal);
        Assert.Matches(new Regex(@"Randers \(DK-0730\)\n  nothing moved, and nothing was said"), parts[4]);
        Assert.Contains("regions/ncc\tCDW-DIV\t2026-Q1\t160\tt\t7\t5 of 5\n", parts[5], StringComparison.Ordinal);
        // G2: 160 as known then, 142 now, the change split by shares.
        foreach (var change in (string[])["regions/ncc\tCDW-DIV\t2026-Q1\t160\t142\t-18\tt", "Horsens\tCDW-DIV\t2026-Q1\t60\t55.5\t-4.5\tt",
            "Silkeborg\tCDW-DIV\t2026-Q1\t30\t25.5\t-4.5\tt", "Aarhus\tCDW-DIV\t2026-Q1\t42\t35.7\t-6.3\tt", "Skive\tCDW-DIV\t2026-Q1\t18\t15.3\t-2.7\tt"])
            Assert.Contains(change + "\tstop-byggespild sample-cdw-div-2026-q1, 120 to 102 t, 2026-06-02, correction: One container was weighed twice (sample)\n",
                parts[6], StringComparison.Ordinal);
        Assert.Contains("regions/ncc\tCDW-DIV\t2026-Q1\t160\t140\t-20\tt\thorsens-genbrugsplads", parts[7], StringComparison.Ordinal);
        Assert.Contains("revision: Better data of the weighbridge (sample)", parts[7], StringComparison.Ordinal);
        Assert.Contains("regions/ncc\t2026-Q1\t160\t7\t5 of 5\t", parts[8], StringComparison.Ordinal);
        Assert.Equal(Hash().Match(parts[5]).Value, Hash().Match(parts[8]).Value);
    }

    private static async Task<string> Run()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "kpigrid.dll");
        using var script = new Process
        {
            StartInfo = new("bash", [Script()])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["KPIGRID_PROGRAM"] = program },
            },
        };
        script.Start();
        using var deadline = new CancellationTokenSource(within);
        var (output, error) = (script.StandardOutput.ReadToEndAsync(deadline.Token), script.StandardError.ReadToEndAsync(deadline.Token));
        try
        {
            await script.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            script.Kill(entireProcessTree: true);
            throw;
        }
        Assert.True(script.ExitCode == 0, $"{script.ExitCode}\n{await error}\n{await output}");
        return await output;
    }

    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "KpiGrid.sln"))) return Path.Combine(folder.FullName, "scripts", "quarter");
        throw new InvalidOperationException("The tests run outside a checkout");
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();
}
