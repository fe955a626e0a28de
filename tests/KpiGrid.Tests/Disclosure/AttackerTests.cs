using System.Globalization;
using KpiGrid.Api.Disclosure;
using Xunit;

namespace KpiGrid.Tests.Disclosure;

/// <summary>
/// Somebody who may read everything and answers for nothing asks every question about small random worlds, while they are
/// reported to and after they are closed, and puts all answers together: no combination of them tells of fewer than three
/// reporters. <c>KPIGRID_WORLDS</c> and <c>KPIGRID_FIRST_SEED</c> say how many and which.
/// </summary>
[Collection(nameof(DisclosureGrid))]
public sealed class AttackerTests(DisclosureGrid grid, ITestOutputHelper output)
{
    private static readonly string[] kpis = [SecretWorld.Flow, SecretWorld.Classed, SecretWorld.Stock];

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [Fact]
    public async Task All_answers_together_tell_nobodys_figure()
    {
        var first = Setting("KPIGRID_FIRST_SEED", 3);
        var told = 0;
        for (var seed = first; seed < first + Setting("KPIGRID_WORLDS", 1); seed++)
        {
            var attackers = await Attack(seed, kpis);
            foreach (var (kpi, attacker) in kpis.Zip(attackers))
                Assert.True(attacker.Found() is [], $"seed {seed}, {kpi}: told of {string.Join("; ", attacker.Found())}");
            var confidential = attackers.Sum(attacker => attacker.Confidential);
            output.WriteLine($"seed {seed}: {confidential} answers held confidential figures, none could be told apart");
            told += confidential;
        }
        Assert.True(told > 0, $"from seed {first}: nothing was told, so nothing was tried");
    }

    [Theory]
    [InlineData(nameof(HidingRules.Reporters), 100)]
    [InlineData(nameof(HidingRules.WholeGroups), 200)]
    [InlineData(nameof(HidingRules.WholePeriods), 401)]
    [InlineData(nameof(HidingRules.Closed), 800)]
    [InlineData(nameof(HidingRules.Classes), 1603)]
    [InlineData(nameof(HidingRules.Unrevised), 3201)]
    public async Task Without_one_of_the_rules_somebody_is_found(string rule, int first)
    {
        grid.Options.Rules = HidingRules.All & ~Enum.Parse<HidingRules>(rule);
        try
        {
            for (var seed = first; seed < first + 6; seed++)
            {
                string[] asked = [rule == nameof(HidingRules.Classes) ? SecretWorld.Classed : SecretWorld.Flow];
                var found = (await Attack(seed, asked)).SelectMany(attacker => attacker.Found()).ToList();
                output.WriteLine($"without {rule}, seed {seed}: {string.Join("; ", found)}");
                if (found.Count > 0) return;
            }
            Assert.Fail($"Without {rule} nobody was found");
        }
        finally
        {
            grid.Options.Rules = HidingRules.All;
        }
    }

    /// <summary>Asks while the world is reported to, after it is closed, as of before, and after a correction.</summary>
    private async Task<IReadOnlyList<Attacker>> Attack(int seed, IEnumerable<string> asked)
    {
        var world = new SecretWorld(grid, seed);
        var attackers = asked.Select(kpi => new Attacker(grid, world, kpi)).ToList();
        await world.Make();
        await world.ReportAll();
        await world.Settle();
        foreach (var attacker in attackers) await attacker.AskRegion("three");
        var before = world.Figures.ToList();
        var then = grid.AMinutePasses();
        await world.Report(world.Pilots[0], "2026-05");
        await world.Settle();
        foreach (var attacker in attackers) await attacker.AskRegion("three");
        await world.Close(at => at < 8);
        grid.AMinutePasses();
        foreach (var attacker in attackers)
        {
            await attacker.AskAll();
            await attacker.AskAll(then, before);
        }
        return attackers;
    }
}
