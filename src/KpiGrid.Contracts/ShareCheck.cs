using System.Numerics;

namespace KpiGrid;

/// <summary>Shares add to exactly 1 on every day, in general and for each KPI with shares of its own.</summary>
internal static class ShareCheck
{
    private const int ParticipantsMax = 366;
    private const int SharesMax = 10_000;
    private const int WholeMax = 1_000_000;

    public static void Into(Problems problems, PilotFacts facts)
    {
        var shares = facts.Shares;
        problems.Require(shares.Any(share => share.Kpi is null), "shares", null, "share-required",
            "Give shares that hold for every KPI.");
        problems.Count(shares.Count, SharesMax, "shares");
        problems.Count(shares.DistinctBy(share => share.Municipality).Count(), ParticipantsMax, "shares");
        var sound = true;
        foreach (var (index, share) in shares.Index())
        {
            sound &= IsSound($"shares[{index}]", share, facts.Kind, problems);
        }
        if (!sound || shares.Count is 0 or > SharesMax) return;
        var ranges = shares.Select((share, index) => (index, Key(share), Days(share)));
        if (problems.Apart("shares", ranges)) Sums(problems, facts);
    }

    private static (KpiCode?, MunicipalityId) Key(Share share) => (share.Kpi, share.Municipality);

    private static DayRange Days(Share share) => DayRange.Between(share.From, share.To);

    private static bool IsSound(string field, Share share, PilotKind kind, Problems problems)
    {
        var named = share.Municipality != default;
        problems.Require(named, $"{field}.municipality", null, "municipality-required", "Give a municipality id.");
        var known = share.Kpi != default(KpiCode);
        problems.Require(known, $"{field}.kpi", null, "kpi-required", "Give a KPI code, or null.");
        var parts = share.Parts >= 1;
        problems.Require(parts, $"{field}.parts", share.Parts, "share-out-of-range", "Give at least one part.");
        var whole = share.Whole is >= 1 and <= WholeMax;
        problems.Require(whole, $"{field}.whole", share.Whole, "share-out-of-range",
            "Give a whole from 1 to 1,000,000.");
        problems.Require(kind != PilotKind.Municipal || share.Parts == share.Whole, $"{field}.parts", share.Parts,
            "share-not-whole", "Figures about one municipality have one share of 1.");
        return problems.Days(field, share.From, share.To) & named & known & parts & whole;
    }

    /// <summary>From the start, or the first share when that is earlier, until the last share ends.</summary>
    private static void Sums(Problems problems, PilotFacts facts)
    {
        var first = facts.Shares.Min(share => share.From);
        var span = new DayRange(first < facts.Start ? first : facts.Start, facts.Shares.Max(share => Days(share).Last));
        foreach (var set in facts.Shares.GroupBy(share => share.Kpi))
        {
            if (FirstDayNotOne(set, span) is not { } wrong) continue;
            problems.Add("shares", $"{wrong.Day:O}", "shares-not-one",
                $"Let the shares{(set.Key is { } kpi ? $" of {kpi}" : "")} add to 1 on every day: "
                + $"on {wrong.Day:O} they add to {wrong.Sum}.");
        }
    }

    private static (DateOnly Day, string Sum)? FirstDayNotOne(IEnumerable<Share> set, DayRange span)
    {
        var changes = new SortedDictionary<DateOnly, List<(BigInteger Parts, BigInteger Whole)>> { [span.First] = [] };
        foreach (var share in set)
        {
            At(changes, share.From).Add((share.Parts, share.Whole));
            if (share.To is { } to && to <= span.Last) At(changes, to).Add((-share.Parts, share.Whole));
        }
        var sum = (Parts: BigInteger.Zero, Whole: BigInteger.One);
        foreach (var (day, parts) in changes)
        {
            foreach (var part in parts) sum = Add(sum, part);
            if (sum != (BigInteger.One, BigInteger.One)) return (day, sum.Whole.IsOne ? $"{sum.Parts}" : Text(sum));
        }
        return null;
    }

    private static List<(BigInteger Parts, BigInteger Whole)> At(
        SortedDictionary<DateOnly, List<(BigInteger Parts, BigInteger Whole)>> changes, DateOnly day) =>
        changes.TryGetValue(day, out var there) ? there : changes[day] = [];

    private static (BigInteger Parts, BigInteger Whole) Add(
        (BigInteger Parts, BigInteger Whole) left, (BigInteger Parts, BigInteger Whole) right)
    {
        var parts = left.Parts * right.Whole + right.Parts * left.Whole;
        var whole = left.Whole * right.Whole;
        var common = BigInteger.GreatestCommonDivisor(parts, whole);
        return (parts / common, whole / common);
    }

    private static string Text((BigInteger Parts, BigInteger Whole) sum) =>
        sum.Whole < BigInteger.Pow(10, 18) ? $"{sum.Parts}/{sum.Whole}" : "another number";
}
