using KpiGrid.Silo.Aggregates;

namespace KpiGrid.Tests.Aggregates;

/// <summary>A child with a history: what it held at every version, and reports of any stretch of it.</summary>
internal sealed class ToldChild(string id)
{
    private readonly List<Dictionary<CellKey, CellValue>> past = [[]];

    public string Id => id;

    public int Count => past.Count - 1;

    public Dictionary<CellKey, CellValue> Now => past[^1];

    public Dictionary<CellKey, CellValue> At(long count) => past[(int)count];

    public NodeVersion Version(int count) =>
        count == 0 ? NodeVersion.None : new(1, count, unchecked((ulong)count * 0x9e3779b97f4a7c15 + id[^1]));

    public void Set(CellKey key, CellValue value)
    {
        var next = new Dictionary<CellKey, CellValue>(Now);
        if (value == CellValue.None) next.Remove(key); else next[key] = value;
        past.Add(next);
    }

    public CellReport Whole(int count) =>
        Report(0, count, true, At(count).Select(pair => new Cell(pair.Key, pair.Value)));

    /// <summary>What changed from one version to a later one.</summary>
    public CellReport Delta(int from, int count) => Report(from, count, false, At(from).Keys.Union(At(count).Keys)
        .Concat(Enumerable.Range(from, count - from + 1).SelectMany(each => At(each).Keys)).Distinct()
        .Where(key => Enumerable.Range(from, count - from).Any(each => Get(each, key) != Get(each + 1, key)))
        .Select(key => new Cell(key, Get(count, key))));

    public IEnumerable<string> Lines() =>
        Now.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal);

    private CellValue Get(int count, CellKey key) => At(count).GetValueOrDefault(key);

    private CellReport Report(int from, int count, bool whole, IEnumerable<Cell> cells) => new()
    {
        Child = id, Base = Version(from), Version = Version(count), Whole = whole, Duties = [],
        Cells = CellBlock.Pack(cells),
    };
}
