using System.Globalization;
using Xunit;

namespace KpiGrid.Tests.Simulation;

/// <summary>
/// Histories of shares, memberships, mergers, corrections and reports on behalf of others: the whole way up, with the
/// product's own grains, under every fault at once.
/// </summary>
/// <remarks>
/// <c>KPIGRID_SEED=n</c> runs one seed and prints its story; <c>KPIGRID_SEEDS</c> and <c>KPIGRID_FIRST_SEED</c> say how many
/// and from where; <c>scripts/simulate</c> runs a million.
/// </remarks>
[Collection(nameof(AllCores))]
public sealed class SimulationTests
{
    [Fact]
    public void Every_node_agrees_with_the_journal_once_the_faults_end()
    {
        if (Setting("KPIGRID_SEED") is { } only)
        {
            Console.WriteLine(StoryOf(only));
            return;
        }
        var seeds = new Seeds(Setting("KPIGRID_FIRST_SEED") ?? 1, (long)(Setting("KPIGRID_SEEDS") ?? 5_000), new());
        seeds.Run(Setting("KPIGRID_SEEDS") is null ? null : Console.WriteLine);

        Assert.True(seeds.Failures.Count == 0,
            $"{seeds}\n{string.Join('\n', seeds.Failures)}\nReplay: KPIGRID_SEED=<seed> scripts/simulate");
    }

    [Fact]
    public void A_seed_is_the_same_history_every_time()
    {
        for (ulong number = 1; number <= 5; number++) Assert.Equal(StoryOf(number), StoryOf(number));
    }

    /// <summary>Teeth: what must go wrong when a safeguard is missing.</summary>
    [Fact]
    public void Without_the_fence_some_seed_fails() => Assert.NotEmpty(FailuresOf(new() { NoFence = true }));

    [Fact]
    public void Without_a_new_epoch_after_a_restore_some_seed_fails() =>
        Assert.NotEmpty(FailuresOf(new() { NoNewEpoch = true }));

    [Fact]
    public void Without_the_sweep_some_seed_fails() => Assert.NotEmpty(FailuresOf(new() { NoSweep = true }));

    private static IReadOnlyCollection<string> FailuresOf(Teeth teeth)
    {
        var seeds = new Seeds(1, 1_000, teeth);
        seeds.Run(null);
        return seeds.Failures;
    }

    private static string StoryOf(ulong number)
    {
        var seed = new Seed(number, isTold: true);
        var broken = seed.Run();
        if (Setting("KPIGRID_SEED") is not null && broken.Count > 0)
            Assert.Fail($"{seed.Story}\nseed {number}:\n  {string.Join("\n  ", broken)}");
        return seed.Story;
    }

    private static ulong? Setting(string name) => ulong.TryParse(
        Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;
}
