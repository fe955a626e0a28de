using KpiGrid.Silo.Aggregates;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Aggregates;

public sealed class PeriodSumsTests
{
    private readonly CellTable table = new();

    [Fact]
    public void A_quarter_figure_lies_in_its_last_month_and_marks_the_others()
    {
        Put("2026-Q1", "120");

        Assert.Equal(("120", ""), Sum("2026-Q1"));
        Assert.Equal(("", "inside-quarter-figure"), Sum("2026-01"));
        Assert.Equal(("", "inside-quarter-figure"), Sum("2026-02"));
        Assert.Equal(("120", "quarter-figure"), Sum("2026-03"));
        Assert.Equal(("", ""), Sum("2026-04"));
        Assert.Equal(("", ""), Sum("2025-12"));
        Assert.Equal(("120", ""), Sum("2026"));
    }

    [Theory]
    [InlineData("2026-W14", "week-figure", "2026-04", "2026-03")]
    [InlineData("2026-03", "month-figure", "2026-03-20/2026-04-10", "2026-03-01/2026-03-20")]
    [InlineData("2026-S1", "half-figure", "2026-06", "2026-02")]
    [InlineData("2026", "year-figure", "2026-12", "2026-01")]
    public void A_figure_longer_than_the_period_is_marked_by_its_size(
        string figure, string mark, string last, string inside)
    {
        Put(figure, "7");

        Assert.Equal(("7", mark), Sum(last));
        Assert.Equal(("", $"inside-{mark}"), Sum(inside));
    }

    [Fact]
    public void A_span_over_a_boundary_falls_where_its_last_day_lies()
    {
        Put("2025-12-15/2026-01-15", "5");

        Assert.Equal(("5", "straddles"), Sum("2026-01"));
        Assert.Equal("", Sum("2025-12").Value);
    }

    [Fact]
    public void Every_mark_is_told_once()
    {
        Put("2026-Q1", "1");
        Put("2026-01-15/2026-03-20", "2");
        Put("2026-Q1", "4", Flag.Estimated);

        Assert.Equal(("7", "quarter-figure straddles"), Sum("2026-03"));
    }

    [Fact]
    public void A_standing_value_is_in_force_on_the_last_day_and_carries_no_mark()
    {
        Put("2026-01-10", "1000", kpi: "BANK-STK");
        Put("2026-03-10", "-200", kpi: "BANK-STK", n: 0);

        Assert.Equal(("1000", ""), Sum("2026-02", KpiKind.Stock));
        Assert.Equal(("800", ""), Sum("2026-03", KpiKind.Stock));
        Assert.Equal(("", ""), Sum("2026-01-01", KpiKind.Stock));
    }

    [Fact]
    public void Only_flows_of_days_within_count_and_standing_values_if_the_last_day_is_one()
    {
        Put("2026-01-10", "3");
        Put("2026-02-10", "4");
        Put("2026-01-10", "1000", kpi: "BANK-STK");
        DayRange[] within = [Period.Parse("2026-02").Range];

        Assert.Equal("4", Sum("2026-Q1", within: within).Value);
        Assert.Equal("", Sum("2026-Q1", KpiKind.Stock, within).Value);
        Assert.Equal("1000", Sum("2026-02", KpiKind.Stock, within).Value);
        Assert.Equal("", Sum("2026-Q1", within: []).Value);
    }

    [Fact]
    public void A_zero_is_a_value_and_nothing_is_none()
    {
        Put("2026-Q1", "0");

        Assert.Equal("0", Sum("2026-Q1").Value);
        Assert.Empty(PeriodSums.Of(null, KpiKind.Flow, Period.Parse("2026-Q1").Range, null, null).Buckets);
    }

    [Fact]
    public void Members_are_told_once_and_bare_numbers_undone_to_what_was_sent()
    {
        var key = Key(Period.Parse("2026-Q1").Range, kpi: KpiCode.Parse("ORG-COMP"));
        table.Set(new(key, new(default, default, 3)));
        table.Set(new(key with { Member = 1 }, new(Amount.Of(2L), default, 0)));
        table.Set(new(key with { Member = 1, Flag = Flag.Declared }, new(Amount.One, default, 0)));
        table.Set(new(key with { Member = 2 }, new(Amount.One, default, 0)));
        table.Set(new(key with { Member = 9 }, new(Amount.Of(36L), Amount.Of(3L), 0)));
        table.Set(new(key with { Member = 8 }, new(default, Amount.Of(2L), 0)));

        var sum = PeriodSums.Of(table.Of(key.Kpi), KpiKind.Distinct, key.Days, null, null);

        Assert.Equal<UInt128>([1, 2], sum.Members.Order());
        Assert.Equal([new(8, default), new(9, Amount.Of(12L))], sum.Numbers.OrderBy(number => number.Input));
        Assert.Equal(3, sum.N);
    }

    private void Put(string period, string a, Flag flag = Flag.Measured, string kpi = "CDW-DIV", int n = 1) =>
        table.Set(new(Key(Period.Parse(period).Range, flag, KpiCode.Parse(kpi)), Value(a, "0", n)));

    private (string Value, string Marks) Sum(
        string period, KpiKind kind = KpiKind.Flow, IReadOnlyList<DayRange>? within = null)
    {
        var code = KpiCode.Parse(kind == KpiKind.Flow ? "CDW-DIV" : "BANK-STK");
        var sum = PeriodSums.Of(table.Of(code), kind, Period.Parse(period).Range, null, within);
        var value = sum.Buckets.Count == 0 ? "" : sum.Buckets.Select(bucket => bucket.Value.A).Sum().ToString();
        return (value, string.Join(' ', sum.Marks));
    }
}
