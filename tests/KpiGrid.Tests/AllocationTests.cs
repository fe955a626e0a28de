using System.Numerics;
using CsCheck;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests;

public sealed class AllocationTests
{
    /// <summary>Shares in any proportion, each with a whole of its own: how they add up does not matter.</summary>
    private static readonly Gen<IReadOnlyList<ShareOn>> Shares =
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[1, 1_000_000]).Array[1, 366].Select(Made);

    [Fact]
    public void Parts_add_to_the_whole_exactly() => Gen.Select(Amounts, Amounts, Shares).Sample((a, b, shares) =>
    {
        var parts = Allocation.Split(new(a, b, 3), shares);
        return parts.Count == shares.Count && parts.All(part => part.Value.N == 3)
            && parts.Select(part => part.Value.A).Sum() == a && parts.Select(part => part.Value.B).Sum() == b;
    });

    [Fact]
    public void Every_part_but_the_first_is_its_share_cut_toward_zero() =>
        Gen.Select(Amounts, Shares).Sample((a, shares) =>
        {
            var sum = Sum(shares);
            return Allocation.Split(new(a, default, 1), shares).Zip(shares).Skip(1).All(pair =>
                pair.First.Value.A.Count == (Int128)(a.Count * pair.Second.Parts * sum.Whole
                    / (pair.Second.Whole * sum.Parts)));
        });

    [Fact]
    public void Only_the_proportion_of_shares_counts() =>
        Gen.Select(Amounts, Gen.Long[1, 1000].Array[1, 20], Gen.Long[2, 900]).Sample((a, weights, times) =>
        {
            var whole = weights.Sum();
            var small = weights.Select((parts, i) => new ShareOn(Place(i), parts, whole)).ToList();
            var large = weights.Select((parts, i) => new ShareOn(Place(i), parts * times, 1_000_000)).ToList();
            return Allocation.Split(new(a, default, 1), small).SequenceEqual(Allocation.Split(new(a, default, 1), large));
        });

    [Fact]
    public void A_whole_of_25_of_100_and_two_of_3_of_8_mix()
    {
        var shares = new[] { new ShareOn(Horsens, 25, 100), new(Silkeborg, 3, 8), new(Aarhus, 3, 8) };

        Assert.Equal(["25", "37.5", "37.5"], Texts(Value("100"), shares));
    }

    [Fact]
    public void Horsens_and_its_neighbours_divide_120_by_their_shares()
    {
        ShareOn[] shares = [new(Horsens, 25, 100), new(Silkeborg, 25, 100), new(Aarhus, 35, 100), new(Skive, 15, 100)];

        Assert.Equal(["30", "30", "42", "18"], Texts(Value("120"), shares));
        Assert.Equal(["-4.5", "-4.5", "-6.3", "-2.7"], Texts(Value("-18"), shares));
    }

    [Fact]
    public void What_remains_goes_to_the_first_code()
    {
        Assert.Equal(["33.333333334", "33.333333333", "33.333333333"], Texts(Value("100"), Equal(3)));
        Assert.Equal(["3.333333334", "3.333333333", "3.333333333"], Texts(Value("10"), Equal(3)));
        Assert.Equal(["-3.333333334", "-3.333333333", "-3.333333333"], Texts(Value("-10"), Equal(3)));
        Assert.Equal(["0.000000001", "0", "0"], Texts(Value("0.000000001"), Equal(3)));
    }

    [Fact]
    public void A_hundred_and_sixty_five_over_seventeen_leaves_sixteen_billionths_to_the_first()
    {
        var texts = Texts(Value("165"), Equal(17));

        Assert.Equal("9.705882368", texts[0]);
        Assert.All(texts.Skip(1), text => Assert.Equal("9.705882352", text));
        Assert.Equal(A("165"), texts.Select(Amount.Parse).Sum());
    }

    [Fact]
    public void Nobody_gets_nothing_and_one_alone_gets_all()
    {
        Assert.Empty(Allocation.Split(Value("5"), []));
        Assert.Equal([new Part(Skive, Value("5", "7"))], Allocation.Split(Value("5", "7"), [new(Skive, 1, 3)]));
    }

    [Fact]
    public void A_copied_whole_is_held_in_full_by_everybody() => Assert.All(
        Allocation.Copy(Value("5", "0", 2), Equal(9)), part => Assert.Equal(Value("5", "0", 2), part.Value));

    private static List<string> Texts(CellValue whole, IReadOnlyList<ShareOn> shares) =>
        [.. Allocation.Split(whole, shares).Select(part => part.Value.A.ToString())];

    private static IReadOnlyList<ShareOn> Made((long One, long Other)[] pairs) =>
        [.. pairs.Select((pair, i) => new ShareOn(Place(i), Math.Min(pair.One, pair.Other), Math.Max(pair.One, pair.Other)))];

    private static (BigInteger Parts, BigInteger Whole) Sum(IReadOnlyList<ShareOn> shares) => shares.Aggregate(
        (Parts: BigInteger.Zero, Whole: BigInteger.One),
        (sum, share) => (sum.Parts * share.Whole + share.Parts * sum.Whole, sum.Whole * share.Whole));
}
