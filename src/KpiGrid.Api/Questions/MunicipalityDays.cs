namespace KpiGrid.Api.Questions;

/// <summary>Which municipalities count, and on which days: a union of dated sets, each municipality-day once.</summary>
internal sealed class MunicipalityDays
{
    private readonly SortedDictionary<MunicipalityId, List<DayRange>> days = [];

    /// <summary>The days of each municipality: apart, in order, adjoining ones joined.</summary>
    public IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> Days =>
        days.ToDictionary(pair => pair.Key, IReadOnlyList<DayRange> (pair) => Joined(pair.Value));

    /// <summary>The municipalities with a day in a range, and all their days.</summary>
    public IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>> In(DayRange range) =>
        Days.Where(pair => pair.Value.Any(range.Overlaps)).ToDictionary();

    public void Add(MunicipalityId municipality, DayRange range)
    {
        if (range.First > range.Last) return;
        if (!days.TryGetValue(municipality, out var ranges)) days.Add(municipality, ranges = []);
        ranges.Add(range);
    }

    private static List<DayRange> Joined(IEnumerable<DayRange> ranges)
    {
        var joined = new List<DayRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (joined.Count > 0 && Adjoins(joined[^1], range))
                joined[^1] = joined[^1] with { Last = range.Last > joined[^1].Last ? range.Last : joined[^1].Last };
            else
                joined.Add(range);
        }
        return joined;
    }

    private static bool Adjoins(DayRange before, DayRange after) =>
        before.Last == DateOnly.MaxValue || after.First <= before.Last.AddDays(1);
}
