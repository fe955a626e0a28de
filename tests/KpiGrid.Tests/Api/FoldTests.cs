using CsCheck;
using KpiGrid.Api.Totals;
using Xunit;

namespace KpiGrid.Tests.Api;

public sealed class FoldTests
{
    private static readonly Gen<PeriodSum> AnySum = Gen.Select(
        Gen.Select(Gen.Int[1, 2], Gen.Int[0, 2], Gen.Bool, Gen.Long[-1_000, 1_000], Gen.Int[1, 3],
            (series, flag, provisional, a, n) =>
                new Bucket(series, null, null, (Flag)flag, provisional, new(Amount.Of(a), Amount.One, n))).Array[0, 5],
        Gen.Int[0, 8].Array[0, 4], Gen.Int[0, 3], Gen.Int[0, 3],
        (buckets, members, reported, more) => new PeriodSum
        {
            Days = Given.Quarter,
            Buckets = buckets,
            Members = [.. members.Distinct().Select(member => (UInt128)member)],
            Coverage = new(reported, reported + more, null),
        });

    [Fact]
    public void Any_order_and_any_grouping_give_the_same_sum() =>
        Gen.Select(AnySum.Array[0, 6], Gen.Int[0, 6]).Sample((sums, cut) =>
        {
            var whole = Fold.Add(Given.Quarter, sums);
            var turned = Fold.Add(Given.Quarter, sums.Reverse());
            var nested = Fold.Add(Given.Quarter,
                [Fold.Add(Given.Quarter, sums.Take(cut)), Fold.Add(Given.Quarter, sums.Skip(cut))]);
            Same(whole, turned);
            Same(whole, nested);
        });

    [Fact]
    public void Nothing_is_lost() =>
        AnySum.Array[0, 6].Sample(sums =>
        {
            var whole = Fold.Add(Given.Quarter, sums);
            var each = sums.SelectMany(sum => sum.Buckets);
            Assert.Equal(sums.Sum(sum => sum.N), whole.N);
            Assert.Equal(
                each.Aggregate(Amount.Zero, (total, bucket) => total + bucket.Value.A),
                whole.Buckets.Aggregate(Amount.Zero, (total, bucket) => total + bucket.Value.A));
        });

    [Fact]
    public void Buckets_that_cancel_out_are_gone()
    {
        var sum = Fold.Add(Given.Quarter, [Given.Sum(Given.Bucket("5")), Given.Sum(Given.Bucket("-5", n: -1))]);
        Assert.Empty(sum.Buckets);
    }

    [Fact]
    public void Currencies_series_and_flags_stay_apart()
    {
        var sum = Fold.Add(Given.Quarter,
        [
            Given.Sum(Given.Bucket("1", currency: "DKK"), Given.Bucket("2", currency: "EUR")),
            Given.Sum(Given.Bucket("3", currency: "DKK"), Given.Bucket("4", currency: "DKK", series: 2)),
            Given.Sum(Given.Bucket("5", currency: "DKK", flag: Flag.Estimated)),
        ]);
        Assert.Equal(4, sum.Buckets.Count);
        Assert.Contains(Given.Bucket("4", n: 2, currency: "DKK"), sum.Buckets);
    }

    [Fact]
    public void Coverage_of_distinct_municipalities_adds_and_the_oldest_input_stays()
    {
        var march = new DateOnly(2026, 3, 31);
        var sum = Fold.Add(Given.Quarter,
            [Covered(1, 1, march), Covered(0, 1, new(2025, 12, 31)), Covered(0, 0, null)]);
        Assert.Equal(new Coverage(1, 2, new DateOnly(2025, 12, 31)), sum.Coverage);
    }

    [Fact]
    public void A_municipality_has_reported_when_every_expecting_pilot_has()
    {
        Assert.Equal(new Coverage(1, 1, null), Same(Covered(1, 1, null), Covered(0, 0, null)).Coverage);
        Assert.Equal(new Coverage(0, 1, null), Same(Covered(1, 1, null), Covered(0, 1, null)).Coverage);
        Assert.Equal(Coverage.None, Same(Covered(0, 0, null)).Coverage);

        static PeriodSum Same(params PeriodSum[] sums) => Fold.MergeSameMunicipality(Given.Quarter, sums);
    }

    [Fact]
    public void A_number_from_one_input_is_met_once()
    {
        var sum = Given.Sum(Given.Bucket("0")) with { Numbers = [new(7, Amount.Of(12))] };
        Assert.Single(Fold.Add(Given.Quarter, [sum, sum]).Numbers);
    }

    private static PeriodSum Covered(int reported, int expected, DateOnly? oldest) =>
        Given.Sum() with { Coverage = new(reported, expected, oldest) };

    private static void Same(PeriodSum left, PeriodSum right)
    {
        Assert.Equal(left.Buckets, right.Buckets);
        Assert.Equal(left.Members, right.Members);
        Assert.Equal(left.Coverage, right.Coverage);
    }
}
