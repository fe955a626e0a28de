using System.Runtime.InteropServices;

namespace KpiGrid.Silo.Aggregates;

/// <summary>The cells of one KPI at one node.</summary>
internal sealed class KpiCells
{
    private readonly Dictionary<CellKey, DayColumn> columns = [];
    private readonly Dictionary<CellKey, CellValue> members = [];

    public bool IsEmpty => columns.Count == 0 && members.Count == 0;

    /// <summary>The groups: keys whose days and member are left at their defaults.</summary>
    public IEnumerable<KeyValuePair<CellKey, DayColumn>> Columns => columns;

    public IEnumerable<Cell> Members => members.Select(pair => new Cell(pair.Key, pair.Value));

    public IEnumerable<Cell> All => columns
        .SelectMany(column => column.Value.Cells.Select(cell => new Cell(column.Key with { Days = cell.Days }, cell.Value)))
        .Concat(Members);

    public static CellKey GroupOf(CellKey key) => key with { Days = default, Member = 0 };

    public CellValue Get(CellKey key)
    {
        if (key.Member != 0) return members.GetValueOrDefault(key);
        return columns.TryGetValue(GroupOf(key), out var column) ? column.Get(key.Days) : CellValue.None;
    }

    public void Set(Cell cell)
    {
        var (key, value) = cell;
        if (key.Member != 0)
        {
            if (value == CellValue.None) members.Remove(key); else members[key] = value;
            return;
        }
        var group = GroupOf(key);
        ref var column = ref CollectionsMarshal.GetValueRefOrAddDefault(columns, group, out _);
        column ??= new();
        column.Set(key.Days, value);
        if (column.IsEmpty) columns.Remove(group);
    }
}
