using System.Runtime.InteropServices;

namespace KpiGrid.Silo.Aggregates;

/// <summary>The cells of a node: per KPI and group (everything of the key but days and member) a sorted column.</summary>
internal sealed class CellTable
{
    private readonly Dictionary<KpiCode, KpiCells> kpis = [];

    public IEnumerable<KpiCode> Kpis => kpis.Keys;

    public IEnumerable<Cell> All => kpis.Values.SelectMany(cells => cells.All);

    public KpiCells? Of(KpiCode kpi) => kpis.GetValueOrDefault(kpi);

    public CellValue Get(CellKey key) => Of(key.Kpi)?.Get(key) ?? CellValue.None;

    /// <summary>Puts a cell in place of what is there; <see cref="CellValue.None"/> takes it out.</summary>
    public void Set(Cell cell)
    {
        ref var cells = ref CollectionsMarshal.GetValueRefOrAddDefault(kpis, cell.Key.Kpi, out _);
        cells ??= new();
        cells.Set(cell);
        if (cells.IsEmpty) kpis.Remove(cell.Key.Kpi);
    }

    public void Remove(KpiCode kpi) => kpis.Remove(kpi);

    public void Add(CellKey key, CellValue change)
    {
        if (change != CellValue.None) Set(new(key, Get(key) + change));
    }
}
