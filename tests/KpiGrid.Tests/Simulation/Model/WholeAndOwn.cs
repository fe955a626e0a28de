using System.Numerics;
using Weights = System.Collections.Generic.SortedDictionary<string, (int Parts, int Whole)>;

namespace KpiGrid.Tests.Simulation.Model;

/// <summary>The rule that a whole pilot's figure and a participant's own for a span inside it never both count.</summary>
internal sealed class WholeAndOwn(bool isScore, Func<DateOnly, Weights> sharesOn)
{
    private readonly List<Line> lines = [];

    public List<Line> Settle(List<Figure> figures)
    {
        var wholes = figures.FindAll(figure => figure.Owner is null);
        var partOf = figures.Where(figure => figure.Owner is not null).ToLookup(own => WholeOf(own, wholes));
        foreach (var own in partOf[null]) Count(own);
        foreach (var whole in wholes) Settle(whole, [.. partOf[whole]]);
        return lines;
    }

    /// <summary>The shortest whole around a participant's figure; of equally short ones the last, then the better observed.</summary>
    private Figure? WholeOf(Figure own, List<Figure> wholes)
    {
        Figure? found = null;
        foreach (var whole in wholes)
        {
            if (whole.Bucket.Series != own.Bucket.Series) continue;
            if (!isScore && whole.Bucket.Class != own.Bucket.Class) continue;
            if (own.First < whole.First || whole.Last < own.Last) continue;
            if (found is null || Rank(whole).CompareTo(Rank(found)) < 0) found = whole;
        }
        return found;
    }

    private static (int, int, int, bool) Rank(Figure whole) => (
        whole.Last.DayNumber - whole.First.DayNumber, -whole.Last.DayNumber,
        Array.IndexOf(["weighed", "measured", "estimated", "modelled", "declared"], whole.Bucket.Flag),
        whole.Bucket.Provisional);

    private void Settle(Figure whole, List<Figure> own)
    {
        var on = sharesOn(whole.Last);
        var others = new Weights(on, StringComparer.Ordinal);
        foreach (var figure in own) others.Remove(figure.Owner!);
        var isControl = !isScore && whole.Bucket.Flag is "weighed" or "measured";
        if (own.Count == 0) Split(whole, whole.A, whole.B, on);
        else if (!isControl) Replace(whole, own, on, others);
        else
        {
            var a = own.Aggregate(whole.A, (rest, figure) => rest - figure.A);
            var b = own.Aggregate(whole.B, (rest, figure) => rest - figure.B);
            if (Conflicts(a, whole.A, others) || Conflicts(b, whole.B, others)) Split(whole, whole.A, whole.B, on);
            else
            {
                own.ForEach(Count);
                if (others.Count > 0) Split(whole, a, b, others);
            }
        }
    }

    private static bool Conflicts(BigInteger rest, BigInteger whole, Weights others) =>
        rest != 0 && (others.Count == 0 || rest.Sign != whole.Sign);

    private void Replace(Figure whole, List<Figure> own, Weights on, Weights others)
    {
        own.ForEach(Count);
        if (others.Count == 0) return;
        var (a, b) = (Shares.Cut(whole.A, on), Shares.Cut(whole.B, on));
        foreach (var place in others.Keys) Add(place, whole, a[place], b[place]);
        Add(null, whole,
            others.Keys.Aggregate(BigInteger.Zero, (sum, place) => sum + a[place]),
            others.Keys.Aggregate(BigInteger.Zero, (sum, place) => sum + b[place]));
    }

    private void Split(Figure whole, BigInteger a, BigInteger b, Weights on)
    {
        Add(null, whole, a, b);
        var partsOfB = Shares.Cut(b, on);
        foreach (var (place, part) in Shares.Cut(a, on)) Add(place, whole, part, partsOfB[place]);
    }

    private void Count(Figure own)
    {
        Add(null, own, own.A, own.B);
        Add(own.Owner, own, own.A, own.B);
    }

    private void Add(string? place, Figure figure, BigInteger a, BigInteger b) =>
        lines.Add(new(place, figure.Bucket, figure.Last, a, b, figure.N));
}
