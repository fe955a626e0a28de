using Xunit;

namespace KpiGrid.Tests;

/// <summary>The text that an edition's hash is made of: written down for good, since hashes are printed on paper.</summary>
public sealed class EditionTextTests
{
    private static readonly EditionFacts edition = new()
    {
        Region = RegionId.Parse("ncc"), Round = "2026-05-21", CutOff = new(2026, 5, 21, 0, 0, 0, TimeSpan.FromHours(2)),
        From = new(2026, 1, 1), To = new(2026, 4, 1), By = PeriodSize.Quarter, Members = [MunicipalityId.Parse("DK-0615")],
        Kpis = [new(KpiCode.Parse("CDW-DIV"), 1, "t"), new(KpiCode.Parse("FIN-SPD"), 2, "money")],
        Heads = [new("region/ncc", 1), new("pilot/stop-byggespild", 3)],
        Lines =
        [
            new()
            {
                Place = "regions/ncc", Kpi = KpiCode.Parse("CDW-DIV"), Period = Period.Parse("2026-Q1"), Value = Amount.Of(142.5m), N = 7,
                Reported = 5, Expected = 5,
            },
            new()
            {
                Place = "regions/ncc", Kpi = KpiCode.Parse("FIN-SPD"), Period = Period.Parse("2026-Q1"), N = 2, Reported = 2, Expected = 2,
                Amounts = [new("DKK", Amount.Of(1_650_000)), new("EUR", Amount.Of(12_500))],
            },
        ],
    };

    [Fact]
    public void The_text_is_this_one() => Assert.Equal(
        "kpigrid-edition\t1\nregion\tncc\nround\t2026-05-21\ncut-off\t2026-05-20T22:00:00Z\ndays\t2026-01-01\t2026-04-01\tquarter\n"
        + "member\tDK-0615\nkpi\tCDW-DIV\t1\tt\nkpi\tFIN-SPD\t2\tmoney\nhead\tregion/ncc\t1\nhead\tpilot/stop-byggespild\t3\n"
        + "line\tregions/ncc\tCDW-DIV\t2026-Q1\t142.5\t7\t\t\t\t\t5\t5\nline\tregions/ncc\tFIN-SPD\t2026-Q1\t\t2\t\t\t\t\t2\t2\n"
        + "amount\tDKK\t1650000\namount\tEUR\t12500\n", EditionText.Of(edition));

    [Fact]
    public void Its_hash_is_that_of_any_other_program() => Assert.Equal(
        "76c019d6d98d3ed348299baf08798b2b77e9d4d7c73f0cebd4db2e57c6e7a4f9", EditionText.Hash(edition));

    [Fact]
    public void Every_number_counts()
    {
        var whole = edition with { Hash = EditionText.Hash(edition) };
        Assert.True(whole.IsIntact);
        var line = whole.Lines[0];
        foreach (var other in (EditionLine[])
            [line with { Value = Amount.Of(142.499999999m) }, line with { N = 8 }, line with { Reported = 4 }, line with { AtMost = Amount.One }])
            Assert.False((whole with { Lines = [other, whole.Lines[1]] }).IsIntact);
        Assert.False((whole with { CutOff = whole.CutOff.AddTicks(1) }).IsIntact);
        Assert.False((whole with { Heads = [new("region/ncc", 2), whole.Heads[1]] }).IsIntact);
        Assert.Contains((whole with { Round = "r" }).Check(), problem => problem.Code == "hash-of-other-numbers");
    }
}
