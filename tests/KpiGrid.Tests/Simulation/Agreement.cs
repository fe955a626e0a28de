using System.Numerics;
using KpiGrid.Api.Boundaries;
using KpiGrid.Tests.Simulation.Model;

namespace KpiGrid.Tests.Simulation;

/// <summary>Holds what the product says against the model: every node, and every region split on old and new boundaries.</summary>
internal sealed class Agreement(Book book)
{
    public List<string> Differences { get; } = [];

    /// <summary>How many sums of a period were compared.</summary>
    public long Compared { get; private set; }

    public void Check(Answers answers)
    {
        foreach (var ((node, kpi), sums) in answers.Sums)
        {
            foreach (var period in sums.Periods) Check(node, kpi, period, sums.Version);
            if (!Places.Regions.Contains(node)) continue;
            foreach (var map in Places.Maps) CheckSplit(node, kpi, sums, new(answers.Municipalities, map), map);
        }
    }

    private void Check(string node, string kpi, PeriodSum period, NodeVersion version) => Compare(
        $"{node} at {version}, {kpi} {period.Days}",
        book.Sums(node, kpi, period.Days.First, period.Days.Last).Texts, Texts(period.Buckets));

    /// <summary>The same amounts under other codes: those the model puts there, and together still the total.</summary>
    private void CheckSplit(string region, string kpi, Sums sums, BoundaryMap boundaries, DateOnly map)
    {
        var redrawn = RedrawnSplit.Of(sums, boundaries).Sums;
        foreach (var (at, total) in redrawn.Periods.Index())
        {
            var about = $"{region} on the map of {map:O}, {kpi} {total.Days}";
            var parts = redrawn.Parts.Where(part => part.Periods[at].Buckets.Count > 0)
                .Select(part => (part.Key, Sum: part.Periods[at])).ToList();
            Compare(about, from line in book.Split(region, kpi, total.Days.First, total.Days.Last, map)
                           from text in line.Value.Sums.Texts
                           select $"{line.Key}{(line.Value.IsMarked ? "*" : "")} {text}",
                from part in parts
                from text in Texts(part.Sum.Buckets)
                select $"{part.Key}{(part.Sum.Marks.Contains(RedrawnSplit.Mark) ? "*" : "")} {text}");
            Compare($"{about}, its parts together", Texts(total.Buckets), Texts(parts.SelectMany(part => part.Sum.Buckets)));
        }
    }

    private void Compare(string about, IEnumerable<string> expected, IEnumerable<string> answered)
    {
        Compared++;
        var (right, said) = (expected.Order(StringComparer.Ordinal).ToList(), answered.Order(StringComparer.Ordinal).ToList());
        if (!right.SequenceEqual(said)) Differences.Add(
            $"{about}: expected [{string.Join(", ", right)}], answered [{string.Join(", ", said)}]");
    }

    private static IEnumerable<string> Texts(IEnumerable<Bucket> buckets) => buckets
        .GroupBy(bucket => new Model.Bucket(bucket.Series, bucket.Class?.Value, bucket.Flag.Text(), bucket.Provisional))
        .Select(same => $"{same.Key} {(
            same.Aggregate(BigInteger.Zero, (sum, bucket) => sum + (BigInteger)bucket.Value.A.Count),
            same.Aggregate(BigInteger.Zero, (sum, bucket) => sum + (BigInteger)bucket.Value.B.Count),
            same.Sum(bucket => bucket.N))}");
}
