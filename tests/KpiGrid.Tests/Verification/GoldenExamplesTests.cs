using KpiGrid.Host.Verification;
using Xunit;

namespace KpiGrid.Tests.Verification;

/// <summary>The golden examples of the domain text, recomputed from records alone.</summary>
public sealed class GoldenExamplesTests
{
    private static readonly string[] Five = ["DK-0615", "DK-0740", "DK-0751", "DK-0779", "DK-0657"];
    private readonly HandMadeJournal journal = new();

    [Fact]
    public async Task G1_and_G2_a_joint_pilot_in_overlapping_regions_before_and_after_a_correction()
    {
        await JointNetwork();

        Assert.Equal("60", await journal.Amount("municipalities/DK-0615", "CDW-DIV", "2026-Q1"));
        Assert.Equal("42", await journal.Amount("municipalities/DK-0751", "CDW-DIV", "2026-Q1"));
        Assert.Equal("160", await journal.Amount("regions/ncc", "CDW-DIV", "2026-Q1"));
        Assert.Equal("160", await journal.Amount("regions/midtjylland", "CDW-DIV", "2026-03"));
        Assert.Null(await journal.Amount("regions/midtjylland", "CDW-DIV", "2026-01"));

        await journal.Revise("p1", "CDW-DIV", "a", 2, "2026-Q1", "\"a\":102,\"class\":\"recycled\",\"flag\":\"weighed\"");
        var ncc = await journal.Ask("regions/ncc", "CDW-DIV", "2026-Q1");
        Assert.Equal("142", Billionths.Text(ncc.A));
        Assert.Equal(6, ncc.N);
        Assert.Equal("55.5", await journal.Amount("municipalities/DK-0615", "CDW-DIV", "2026-Q1"));
        Assert.Equal("35.7", await journal.Amount("municipalities/DK-0751", "CDW-DIV", "2026-Q1"));
        Assert.Equal("15.3", await journal.Amount("municipalities/DK-0779", "CDW-DIV", "2026-Q1"));
    }

    [Fact]
    public async Task G3_a_ratio_adds_its_parts_and_divides_at_the_end()
    {
        await journal.Kpi("REC-R", "ratio", "%");
        await journal.Pilot("p1", "DK-0615 1/1");
        await journal.Pilot("p2", "DK-0740 1/1");
        await journal.Region("r", "DK-0615", "DK-0740");
        await journal.Push("p1", "REC-R", "a", "2026-Q1", "\"a\":90,\"b\":100");
        await journal.Push("p2", "REC-R", "a", "2026-Q1", "\"a\":10,\"b\":1000");

        var sums = await journal.Ask("regions/r", "REC-R", "2026-Q1");

        Assert.Equal(("100", "1100"), (Billionths.Text(sums.A), Billionths.Text(sums.B)));
        Assert.Equal("9.090909091", Billionths.Text(Billionths.Quotient(sums.A, sums.B, 100)!.Value));
    }

    [Fact]
    public async Task G4_a_stock_closes_at_what_is_in_force_and_a_late_value_moves_only_its_own_month()
    {
        await journal.Kpi("VAC-A", "stock", "m2");
        await journal.Pilot("p1", "DK-0615 1/1");
        await journal.Push("p1", "VAC-A", "a", "2026-01-10", "\"a\":1000");
        await journal.Push("p1", "VAC-A", "b", "2026-03-10", "\"a\":800");
        await journal.Push("p1", "VAC-A", "c", "2026-02-10", "\"a\":900");

        Assert.Null(await journal.Amount("pilots/p1", "VAC-A", "2025-12"));
        Assert.Equal("1000", await journal.Amount("pilots/p1", "VAC-A", "2026-01"));
        Assert.Equal("900", await journal.Amount("municipalities/DK-0615", "VAC-A", "2026-02"));
        Assert.Equal("800", await journal.Amount("pilots/p1", "VAC-A", "2026-Q1"));
        Assert.Equal("800", await journal.Amount("pilots/p1", "VAC-A", "2026-Q4"));
    }

    [Fact]
    public async Task G5_levels_are_weighed()
    {
        await journal.Kpi("GWP", "level", "kgCO2e/m2/a");
        await journal.Pilot("p1", "DK-0615 1/1");
        await journal.Pilot("p2", "DK-0740 1/1");
        await journal.Region("r", "DK-0615", "DK-0740");
        await journal.Push("p1", "GWP", "a", "2026-03-31", "\"a\":8000,\"b\":1000");
        await journal.Push("p2", "GWP", "a", "2026-03-15", "\"a\":36000,\"b\":3000");

        var sums = await journal.Ask("regions/r", "GWP", "2026-Q1");

        Assert.Equal("11", Billionths.Text(Billionths.Quotient(sums.A, sums.B, 1)!.Value));
    }

    [Fact]
    public async Task G6_thirds_leave_their_remainder_with_the_first_code_however_many_measurements_a_cell_has()
    {
        await journal.Kpi("EVT-N", "event-count", "1");
        await journal.Pilot("p1", "NL-GM0200 1/3", "NL-GM0344 1/3", "NL-GM0599 1/3");
        await journal.Push("p1", "EVT-N", "a", "2026-Q1", "\"a\":5");
        await journal.Push("p1", "EVT-N", "b", "2026-Q1", "\"a\":5");

        Assert.Equal("3.333333334", await journal.Amount("municipalities/NL-GM0200", "EVT-N", "2026-Q1"));
        Assert.Equal("3.333333333", await journal.Amount("municipalities/NL-GM0344", "EVT-N", "2026-Q1"));
        Assert.Equal("3.333333333", await journal.Amount("municipalities/NL-GM0599", "EVT-N", "2026-Q1"));
    }

    [Fact]
    public async Task G8_a_withdrawal_takes_out_and_a_restore_or_a_correction_puts_back()
    {
        await JointNetwork();

        await journal.Revise("p3", "CDW-DIV", "a", 2, "withdrawal");
        Assert.Null(await journal.Amount("pilots/p3", "CDW-DIV", "2026-Q1"));
        await journal.Revise("p3", "CDW-DIV", "a", 3, "restore");
        Assert.Equal("10", await journal.Amount("pilots/p3", "CDW-DIV", "2026-Q1"));
        await journal.Revise("p3", "CDW-DIV", "a", 4, "withdrawal");
        await journal.Revise("p3", "CDW-DIV", "a", 5, "2026-Q1", "\"a\":12,\"class\":\"recycled\"");
        Assert.Equal("12", await journal.Amount("municipalities/DK-0657", "CDW-DIV", "2026-Q1"));
    }

    [Fact]
    public async Task G9_zero_is_a_value_and_a_reason_for_silence_is_none()
    {
        await JointNetwork();
        await journal.Pilot("p4", "DK-0779 1/1");
        await journal.Push("p4", "CDW-DIV", "a", "2026-Q1", "\"a\":0,\"class\":\"recycled\"");
        await journal.Push("p4", "CDW-DIV", "b", "2026-Q2", "\"class\":\"recycled\",\"silence\":\"nothing-to-report\"");

        Assert.Equal("0", await journal.Amount("pilots/p4", "CDW-DIV", "2026-Q1"));
        Assert.Null(await journal.Amount("pilots/p4", "CDW-DIV", "2026-Q2"));
    }

    [Fact]
    public async Task G10_the_remainder_of_seventeen_parts()
    {
        await journal.Kpi("CDW-DIV", "flow", "t", "recycled");
        await journal.Pilot("p1", [.. Enumerable.Range(0, 17).Select(i => $"BE-{23002 + i} 1/17")]);
        await journal.Push("p1", "CDW-DIV", "a", "2026-Q1", "\"a\":165,\"class\":\"recycled\"");

        Assert.Equal("9.705882368", await journal.Amount("municipalities/BE-23002", "CDW-DIV", "2026-Q1"));
        Assert.Equal("9.705882352", await journal.Amount("municipalities/BE-23018", "CDW-DIV", "2026-Q1"));
    }

    [Fact]
    public async Task G11_flows_take_the_shares_of_their_last_day_and_stocks_those_of_the_day_asked()
    {
        await journal.Kpi("F", "flow", "t");
        await journal.Kpi("S", "stock", "t");
        await journal.Pilot("p1", "A-1 60/100 2025-01-01..2026-03-01", "A-2 40/100 2025-01-01..2026-03-01",
            "A-1 50/100 2026-03-01..", "A-2 50/100 2026-03-01..");
        await journal.Push("p1", "F", "a", "2026-02-28", "\"a\":100");
        await journal.Push("p1", "F", "b", "2026-03-01", "\"a\":100");
        await journal.Push("p1", "S", "a", "2026-01-01", "\"a\":100");

        foreach (var kpi in new[] { "F", "S" })
        {
            Assert.Equal("60", await journal.Amount("municipalities/A-1", kpi, "2026-02"));
            Assert.Equal("50", await journal.Amount("municipalities/A-2", kpi, "2026-03"));
            Assert.Equal("100", await journal.Amount("pilots/p1", kpi, "2026-02"));
            Assert.Equal("100", await journal.Amount("pilots/p1", kpi, "2026-03"));
        }
    }

    [Fact]
    public async Task G12_a_municipality_joins_with_its_stock_and_without_its_earlier_flows()
    {
        await journal.Kpi("F", "flow", "t");
        await journal.Kpi("S", "stock", "m2");
        await journal.Pilot("p1", "DK-0630 1/1");
        await journal.Region("r", "DK-0630 2026-07-01..");
        await journal.Push("p1", "F", "a", "2026-03", "\"a\":5");
        await journal.Push("p1", "S", "a", "2026-03-31", "\"a\":1000");
        await journal.Push("p1", "S", "b", "2026-09-30", "\"a\":800");

        Assert.Null(await journal.Amount("regions/r", "S", "2026-06"));
        Assert.Equal("1000", await journal.Amount("regions/r", "S", "2026-07"));
        Assert.Equal("800", await journal.Amount("regions/r", "S", "2026-09"));
        Assert.Null(await journal.Amount("regions/r", "F", "2026"));
    }

    [Fact]
    public async Task G13_currencies_stay_apart()
    {
        await journal.Kpi("FIN-SPD", "flow", "money");
        await journal.Pilot("p1", "DK-0657 1/1");
        await journal.Push("p1", "FIN-SPD", "a", "2026-Q1", "\"a\":3730000,\"unit\":\"DKK\"");
        await journal.Push("p1", "FIN-SPD", "b", "2026-Q1", "\"a\":50000,\"unit\":\"EUR\"");

        var sums = await journal.Ask("pilots/p1", "FIN-SPD", "2026-Q1");

        Assert.Equal(["DKK", "EUR"], sums.Currencies);
        Assert.Equal("3730000", Billionths.Text(sums.OfCurrency("DKK").A));
        Assert.Equal("50000", Billionths.Text(sums.OfCurrency("EUR").A));
    }

    [Fact]
    public async Task G14_distinct_counts_are_unions()
    {
        var (a, b, c, d) = (new string('a', 32), new string('b', 32), new string('c', 32), new string('d', 32));
        await journal.Kpi("ORG-COMP", "distinct", "company");
        await journal.Pilot("p1", "DK-0615 1/1");
        await journal.Pilot("p2", "DK-0740 1/1");
        await journal.Region("r", "DK-0615", "DK-0740");
        await journal.Push("p1", "ORG-COMP", "x", "2026-Q1", $"\"a\":3,\"members\":[\"{a}\",\"{b}\",\"{c}\"]");
        await journal.Push("p2", "ORG-COMP", "x", "2026-Q1", $"\"a\":2,\"members\":[\"{c}\",\"{d}\"]");

        var both = await journal.Ask("regions/r", "ORG-COMP", "2026-Q1");
        Assert.Equal((4, 2), (both.Members.Count, both.N));
        Assert.Equal(3, (await journal.Ask("municipalities/DK-0615", "ORG-COMP", "2026-Q1")).Members.Count);

        await journal.Revise("p2", "ORG-COMP", "x", 2, "withdrawal");
        Assert.Equal(3, (await journal.Ask("regions/r", "ORG-COMP", "2026-Q1")).Members.Count);
    }

    [Fact]
    public async Task Readings_count_by_their_differences_and_a_late_one_splits_one()
    {
        await journal.Kpi("BANK-IN", "flow", "t");
        await journal.Pilot("p1", "DK-0751 1/1");
        await journal.Push("p1", "BANK-IN", "a", "2025-12-31", "\"a\":10,\"reading\":10");
        await journal.Push("p1", "BANK-IN", "b", "2026-03-31", "\"a\":31.2,\"reading\":31.2");
        await journal.Push("p1", "BANK-IN", "c", "2026-04-30", "\"a\":2,\"reading\":2,\"reset\":true");
        await journal.Push("p1", "BANK-IN", "d", "2026-01-31", "\"a\":15,\"reading\":15");

        Assert.Null(await journal.Amount("pilots/p1", "BANK-IN", "2025"));
        Assert.Equal("5", await journal.Amount("pilots/p1", "BANK-IN", "2026-01"));
        Assert.Equal("16.2", await journal.Amount("pilots/p1", "BANK-IN", "2026-03"));
        Assert.Equal("23.2", await journal.Amount("pilots/p1", "BANK-IN", "2026"));
    }

    [Fact]
    public async Task A_score_moves_from_class_to_class()
    {
        await journal.Kpi("STR", "score", "score", "1", "2", "3");
        await journal.Pilot("p1", "BE-23027 1/1");
        await journal.Push("p1", "STR", "a", "2025-11-15", "\"a\":1,\"value\":1");
        await journal.Push("p1", "STR", "b", "2026-03-10", "\"a\":1,\"value\":3.0");

        Assert.Equal(["1"], (await journal.Ask("pilots/p1", "STR", "2026-02")).Classes);
        Assert.Equal(["3"], (await journal.Ask("pilots/p1", "STR", "2026-03")).Classes);
    }

    [Fact]
    public async Task Share_overrides_of_a_KPI_stand_alone_on_their_days()
    {
        await journal.Kpi("F", "flow", "t");
        await journal.Pilot("p1", "A-1 1/2", "A-2 1/2", "A-2 1/1 2026-02-01..2026-03-01 F");
        await journal.Push("p1", "F", "a", "2026-01", "\"a\":10");
        await journal.Push("p1", "F", "b", "2026-02", "\"a\":10");

        Assert.Equal("5", await journal.Amount("municipalities/A-1", "F", "2026"));
        Assert.Equal("15", await journal.Amount("municipalities/A-2", "F", "2026"));
    }

    private async Task JointNetwork()
    {
        await journal.Kpi("CDW-DIV", "flow", "t", "recycled");
        await journal.Region("ncc", [.. Five]);
        await journal.Region("midtjylland", [.. Five, "DK-0791"]);
        await journal.Pilot("p1", "DK-0615 25/100", "DK-0740 25/100", "DK-0751 35/100", "DK-0779 15/100");
        await journal.Pilot("p2", "DK-0615 1/1");
        await journal.Pilot("p3", "DK-0657 1/1");
        await journal.Push("p1", "CDW-DIV", "a", "2026-Q1", "\"a\":120,\"class\":\"recycled\",\"flag\":\"weighed\"");
        await journal.Push("p2", "CDW-DIV", "a", "2026-Q1", "\"a\":30,\"class\":\"recycled\"");
        await journal.Push("p3", "CDW-DIV", "a", "2026-Q1", "\"a\":10,\"class\":\"recycled\"");
    }
}
