using System.Runtime.InteropServices;

namespace KpiGrid.Silo.Pilots;

/// <summary>What one KPI stream holds: cells for accumulating kinds, values by day for standing ones and readings.</summary>
internal sealed class StreamFigures(KpiKind kind)
{
    private readonly Dictionary<CellKey, CellValue> sums = [];
    private readonly SortedList<DateOnly, (MeasurementId Id, Content Content)> byDay = [];
    private readonly Dictionary<DayRange, int> spans = [];

    /// <summary>Those of the spans that say that nothing occurs.</summary>
    private readonly Dictionary<DayRange, int> ended = [];

    public bool IsStanding => kind.IsStanding();

    public bool HasReadings => byDay.Count > 0 && !IsStanding;

    public bool HasValues => sums.Count > 0;

    public bool IsEmpty => sums.Count == 0 && byDay.Count == 0 && spans.Count == 0;

    /// <summary>The measurement that holds a day of a standing stream or of readings.</summary>
    public (MeasurementId Id, Content Content)? On(DateOnly day) => byDay.TryGetValue(day, out var held) ? held : null;

    /// <summary>The readings around a day, that day itself left out.</summary>
    public (Content? Before, Content? After) Around(DateOnly day)
    {
        var before = byDay.LastOrDefault(pair => pair.Key < day).Value.Content;
        var after = byDay.FirstOrDefault(pair => pair.Key > day).Value.Content;
        return (before, after);
    }

    /// <summary>Adds (or with times = -1 takes out) a measurement; answers the cells it touched.</summary>
    public IReadOnlyList<CellKey> Put(PilotId pilot, MeasurementId id, Content content, int times)
    {
        Span(content, times);
        if (content.IsSilence) return [];
        if (IsStanding || content.IsReading)
        {
            if (times > 0) byDay[content.Days.Last] = (id, content); else byDay.Remove(content.Days.Last);
            return [];
        }
        return [.. CellsOf(pilot, id, content).Select(cell => Add(cell, times))];
    }

    public StreamFigures Copy()
    {
        var copy = new StreamFigures(kind);
        foreach (var (key, value) in sums) copy.sums.Add(key, value);
        foreach (var (day, held) in byDay) copy.byDay.Add(day, held);
        foreach (var (days, count) in spans) copy.spans.Add(days, count);
        foreach (var (days, count) in ended) copy.ended.Add(days, count);
        return copy;
    }

    /// <summary>Cells of an accumulating stream, readings turned into differences.</summary>
    public IEnumerable<Cell> Cells() =>
        HasReadings ? Differences() : sums.Select(pair => new Cell(pair.Key, pair.Value));

    public CellValue Sum(CellKey key) => sums.GetValueOrDefault(key);

    public IEnumerable<StandingValue> Standing(MunicipalityId? owner) => byDay.Values.Select(held => new StandingValue(
        owner, held.Content.Key, new(held.Content.A, held.Content.B, 1)));

    /// <summary>The spans that count as reported.</summary>
    public IEnumerable<DayRange> Reported() => ByDay().Concat(spans.Keys);

    /// <summary>The days on which nothing is expected, since it was said not to occur.</summary>
    public IReadOnlyList<DayRange> NotExpected() => ended.Count == 0 ? []
        : Pilots.NotExpected.After(ended.Keys,
            ByDay().Concat(spans.Where(span => span.Value > ended.GetValueOrDefault(span.Key)).Select(span => span.Key)));

    /// <summary>The cells a single measurement of an accumulating kind makes.</summary>
    public static IEnumerable<Cell> CellsOf(PilotId pilot, MeasurementId id, Content content)
    {
        if (content.Kind != KpiKind.Distinct)
        {
            yield return new(content.Key, new(content.A, content.B, 1));
            yield break;
        }
        yield return new(content.Key, new(Amount.Zero, Amount.Zero, 1));
        if (content.Members is null)
            yield return new(
                content.Key with { Member = MemberHash.OfInput(pilot, content.Family.Kpi, id) },
                new(content.A, Amount.One, 0));
        foreach (var member in content.Members ?? [])
            yield return new(content.Key with { Member = member }, new(Amount.One, Amount.Zero, 0));
    }

    private IEnumerable<DayRange> ByDay() =>
        IsStanding ? byDay.Keys.Select(DayRange.Of)
        : HasReadings ? Differences().Select(cell => cell.Key.Days)
        : [];

    private IEnumerable<Cell> Differences()
    {
        for (var i = 1; i < byDay.Count; i++)
        {
            var (before, now) = (byDay.Values[i - 1].Content, byDay.Values[i].Content);
            var amount = now.IsReset ? now.A : now.A - before.A;
            var days = new DayRange(before.Days.Last.AddDays(1), now.Days.Last);
            yield return new(now.Key with { Days = days }, new(amount, Amount.Zero, 1));
        }
    }

    private CellKey Add(Cell cell, int times)
    {
        var sum = sums.GetValueOrDefault(cell.Key);
        sum = times > 0 ? sum + cell.Value : sum - cell.Value;
        if (sum == CellValue.None) sums.Remove(cell.Key); else sums[cell.Key] = sum;
        return cell.Key;
    }

    private void Span(Content content, int times)
    {
        if (content.IsReading || (IsStanding && !content.IsSilence)) return;
        Count(spans, content.Days, times);
        if (content.IsNotOccurring) Count(ended, content.Days, times);
    }

    private static void Count(Dictionary<DayRange, int> counts, DayRange days, int times)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, days, out _);
        count += times;
        if (count == 0) counts.Remove(days);
    }
}
