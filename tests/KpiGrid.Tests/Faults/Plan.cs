using System.Globalization;

namespace KpiGrid.Tests.Faults;

/// <summary>
/// How many rounds of which fault: few in every test run, as many as <c>KPIGRID_FAULTS</c> says, such as
/// <c>kill=500 freeze=50</c>, in one started by <c>scripts/faults</c>.
/// </summary>
internal static class Plan
{
    /// <summary>No further round of a kind begins after this: on a slow machine there are fewer.</summary>
    public static TimeSpan Within { get; } = TimeSpan.FromSeconds(Processes.Faults.LongForm.Number("KPIGRID_FAULT_SECONDS", 40));

    private const string Short = "kill=10 freeze=1 partition=1 cut=1";

    private static readonly IReadOnlyDictionary<string, int> rounds = Read(
        Environment.GetEnvironmentVariable("KPIGRID_FAULTS") is { Length: > 0 } asked ? asked : Short);

    /// <summary>The words that are planned, in their order.</summary>
    public static IEnumerable<string> Words => rounds.Keys;

    public static int Rounds(string word) => rounds.GetValueOrDefault(word);

    private static Dictionary<string, int> Read(string text) => text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('='))
        .ToDictionary(pair => pair[0], pair => pair.Length > 1 ? int.Parse(pair[1], CultureInfo.InvariantCulture) : 1);
}
