using System.Globalization;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Totals;

/// <summary>What buckets of one definition series come to: the division at the very end.</summary>
internal sealed record Worth
{
    public static Worth Nothing { get; } = new();

    public Amount? Value { get; private init; }
    public Amount? A { get; private init; }
    public Amount? B { get; private init; }
    public string? Unit { get; private init; }
    public IReadOnlyList<MoneyAnswer>? Amounts { get; private init; }
    public IReadOnlyList<ScoreAnswer>? Distribution { get; private init; }
    public Amount? Median { get; private init; }
    public Amount? AtLeast { get; private init; }
    public Amount? AtMost { get; private init; }

    public static Worth Of(Definition kpi, IReadOnlyCollection<Bucket> buckets) =>
        buckets.Count == 0 ? Nothing
        : kpi.Kind == KpiKind.Score ? Scores(buckets)
        : kpi.Kind.HasParts() ? Quotient(kpi, buckets)
        : kpi.IsMoney ? Money(buckets)
        : new() { Value = Total(buckets, value => value.A) };

    /// <summary>The size of the union; bounds where an input gave a number only.</summary>
    public static Worth OfMembers(PeriodSum sum)
    {
        var members = Amount.Of(sum.Members.Count);
        if (sum.Numbers.Count == 0) return sum.Members.Count == 0 && sum.N == 0 ? Nothing : new() { Value = members };
        var largest = sum.Numbers.Max(number => number.Number);
        return new()
        {
            AtLeast = largest > members ? largest : members,
            AtMost = sum.Numbers.Aggregate(members, (total, number) => total + number.Number),
        };
    }

    private static Worth Quotient(Definition kpi, IReadOnlyCollection<Bucket> buckets)
    {
        var (a, b) = (Total(buckets, value => value.A), Total(buckets, value => value.B));
        return new() { Value = Amount.Quotient(a, b, kpi.Times), A = a, B = b };
    }

    private static Worth Money(IReadOnlyCollection<Bucket> buckets)
    {
        var amounts = buckets.GroupBy(bucket => bucket.Currency ?? "")
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new MoneyAnswer(group.Key, Total(group, value => value.A), group.Sum(bucket => bucket.N)))
            .ToList();
        return amounts is [var only] ? new() { Value = only.Value, Unit = only.Unit } : new() { Amounts = amounts };
    }

    private static Worth Scores(IReadOnlyCollection<Bucket> buckets)
    {
        var distribution = buckets.Where(bucket => bucket.Class is not null)
            .GroupBy(bucket => bucket.Class!.Value.Value)
            .Select(group => new ScoreAnswer(group.Key, Total(group, value => value.A)))
            .Where(line => line.Count != Amount.Zero)
            .OrderBy(line => Score(line.Class)).ThenBy(line => line.Class, StringComparer.Ordinal)
            .ToList();
        return new() { Distribution = distribution, Median = LowerMedian(distribution) };
    }

    private static Amount? LowerMedian(IReadOnlyList<ScoreAnswer> distribution)
    {
        var total = distribution.Aggregate(Amount.Zero, (sum, line) => sum + line.Count);
        var below = Amount.Zero;
        foreach (var line in distribution)
        {
            below += line.Count;
            if (below + below >= total) return Score(line.Class);
        }
        return null;
    }

    private static Amount Score(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var score)
            ? Amount.Of(score) : Amount.Zero;

    private static Amount Total(IEnumerable<Bucket> buckets, Func<CellValue, Amount> part) =>
        buckets.Aggregate(Amount.Zero, (total, bucket) => total + part(bucket.Value));
}
