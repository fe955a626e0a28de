using System.Numerics;

namespace KpiGrid.Host.Verification;

/// <summary>Settles a whole pilot's figures against its participants' own, by the rules of the domain alone.</summary>
internal sealed class WholeAndPart(bool isScore, Func<DateOnly, IReadOnlyList<Weight>> weightsOn)
{
    private static readonly string[] FlagOrder =
        ["weighed", "measured", "estimated", "modelled", "declared", "allocated"];
    private readonly List<Contribution> settled = [];

    /// <summary>What counts: the pilot's own total in lines without municipality, the parts in the others.</summary>
    public IReadOnlyList<Contribution> Settle(IReadOnlyList<BookedFigure> figures)
    {
        settled.Clear();
        var wholes = figures.Where(figure => figure.Key.Owner is null).ToList();
        var parts = wholes.ToDictionary(whole => whole.Key, _ => new List<BookedFigure>());
        foreach (var own in figures.Where(figure => figure.Key.Owner is not null))
        {
            if (WholeOf(own, wholes) is { } whole) parts[whole.Key].Add(own);
            else CountOwn(own);
        }
        foreach (var whole in wholes) SettleOne(whole, parts[whole.Key]);
        return [.. settled];
    }

    private BookedFigure? WholeOf(BookedFigure own, List<BookedFigure> wholes) => wholes
        .Where(whole => whole.Key.Series == own.Key.Series && whole.Key.Currency == own.Key.Currency)
        .Where(whole => isScore || whole.Key.Class == own.Key.Class)
        .Where(whole => whole.Key.Days.First <= own.Key.Days.First && own.Key.Days.Last <= whole.Key.Days.Last)
        .OrderBy(whole => whole.Key.Days.Last.DayNumber - whole.Key.Days.First.DayNumber)
        .ThenByDescending(whole => whole.Key.Days.Last)
        .ThenBy(whole => Array.IndexOf(FlagOrder, whole.Key.Flag))
        .ThenBy(whole => whole.Key.Provisional)
        .FirstOrDefault();

    private void SettleOne(BookedFigure whole, List<BookedFigure> own)
    {
        var all = weightsOn(whole.Key.Days.Last);
        var remaining = all.Where(weight => own.All(figure => figure.Key.Owner != weight.Municipality)).ToList();
        if (own.Count == 0) Split(whole, whole.A, whole.B, all);
        else if (isScore || whole.Key.Flag is not ("weighed" or "measured")) Replace(whole, own, all, remaining);
        else Control(whole, own, all, remaining);
    }

    private void Control(BookedFigure whole, List<BookedFigure> own, IReadOnlyList<Weight> all, List<Weight> remaining)
    {
        var a = own.Aggregate(whole.A, (rest, figure) => rest - figure.A);
        var b = own.Aggregate(whole.B, (rest, figure) => rest - figure.B);
        if (Conflicts(a, whole.A, remaining) || Conflicts(b, whole.B, remaining))
        {
            Split(whole, whole.A, whole.B, all);
            return;
        }
        own.ForEach(CountOwn);
        if (remaining.Count > 0) Split(whole, a, b, remaining);
    }

    private static bool Conflicts(BigInteger rest, BigInteger whole, List<Weight> remaining) =>
        !rest.IsZero && (rest.Sign != whole.Sign || remaining.Count == 0);

    private void Replace(BookedFigure whole, List<BookedFigure> own, IReadOnlyList<Weight> all, List<Weight> remaining)
    {
        own.ForEach(CountOwn);
        if (remaining.Count == 0) return;
        var a = Apportionment.Cut(whole.A, all);
        var b = Apportionment.Cut(whole.B, all);
        foreach (var (municipality, _, _) in remaining)
            settled.Add(Contribution.Of(whole, municipality, a[municipality], b[municipality], whole.N));
        var places = remaining.Select(weight => weight.Municipality).Distinct().ToList();
        settled.Add(Contribution.Of(whole, null, Sum(places, a), Sum(places, b), whole.N));
    }

    private void Split(BookedFigure whole, BigInteger a, BigInteger b, IReadOnlyList<Weight> weights)
    {
        settled.Add(Contribution.Of(whole, null, a, b, whole.N));
        var partsOfB = Apportionment.Cut(b, weights);
        foreach (var (municipality, part) in Apportionment.Cut(a, weights))
            settled.Add(Contribution.Of(whole, municipality, part, partsOfB[municipality], whole.N));
    }

    private void CountOwn(BookedFigure own)
    {
        settled.Add(Contribution.Of(own, null, own.A, own.B, own.N));
        settled.Add(Contribution.Of(own, own.Key.Owner, own.A, own.B, own.N));
    }

    private static BigInteger Sum(IEnumerable<string> places, Dictionary<string, BigInteger> parts) =>
        places.Aggregate(BigInteger.Zero, (sum, place) => sum + parts[place]);
}
