using Xunit;

namespace KpiGrid.Tests.Faults;

/// <summary>The same faults in clusters that lack one safeguard: the checks must see it.</summary>
internal static class Teeth
{
    public const string Prefix = "without-";

    public static async Task Run(string word, int rounds, Action<string> tell)
    {
        var (setting, fault, isNoticed) = Tooth(word[Prefix.Length..]);
        await using var cluster = await FaultCluster.Start(setting);
        var named = fault with { Name = $"{fault.Name}, {word.Replace('-', ' ')}" };
        var report = await new FaultRun(cluster, named, tell).Rounds(rounds);
        Assert.True(isNoticed(report), $"Nothing was noticed: {report}");
        tell($"Noticed: {string.Join("; ", report.Broken)}");
    }

    private static (FaultSetting Setting, Fault Fault, Func<FaultReport, bool> IsNoticed) Tooth(string safeguard) => safeguard switch
    {
        "fence" => (Careless(safeguard), KnownFaults.Freeze, report => report.Doubled > 0),
        "commit" => (Careless(safeguard), KnownFaults.KillOne, report => report.Lost > 0),
        // Nobody pushes after the kill: what was committed and not yet reported has nothing else to bring it up.
        "sweep" => (Careless(safeguard), KnownFaults.KillOne with { IsSilentWhole = true }, report => report.WrongNodes > 0),
        "probes" => (Set("Cluster__ProbeTimeout", "00:00:05"), KnownFaults.Freeze, IsLate),
        "lock-timeout" => (Impatient, StorageFaults.HeldHead, IsLate),
        _ => throw new ArgumentException($"No safeguard {safeguard}", nameof(safeguard)),
    };

    private static bool IsLate(FaultReport report) => report.LongestGap > report.GapMax;

    private static FaultSetting Impatient => new()
    {
        StorageOptions = "Options=-c lock_timeout=0 -c idle_in_transaction_session_timeout=0",
    };

    private static FaultSetting Set(string name, string value) =>
        new() { Settings = new Dictionary<string, string> { [name] = value } };

    private static FaultSetting Careless(string without) => new()
    {
        Program = "KpiGrid.DyingServer.dll",
        Environment = new Dictionary<string, string> { ["KPIGRID_WITHOUT"] = without },
    };
}
