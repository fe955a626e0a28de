namespace KpiGrid.Silo.Pilots;

/// <summary>What the cells held before one record, kept where it is asked what the record moved.</summary>
internal sealed class CellMoves
{
    /// <summary>Stands for the whole pilot among the places.</summary>
    private static MunicipalityId WholePilot => default;

    private readonly Dictionary<MunicipalityId, Dictionary<CellKey, CellValue>> before = [];

    /// <summary>Notes what a cell held; the first time counts. Members of a distinct count are left out.</summary>
    public void Note(MunicipalityId? place, CellKey key, CellValue held)
    {
        if (key.Member != 0) return;
        if (!before.TryGetValue(place ?? WholePilot, out var cells)) before.Add(place ?? WholePilot, cells = []);
        cells.TryAdd(key, held);
    }

    /// <summary>What each place's cells hold now, less what they held; the pilot's own first.</summary>
    public IReadOnlyList<PlaceMoves> Of(PilotState state) =>
    [
        .. before.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => new PlaceMoves(
            pair.Key == WholePilot ? null : pair.Key,
            CellBlock.Pack(pair.Value
                .Select(cell => new Cell(cell.Key, Now(state, pair.Key, cell.Key) - cell.Value))
                .Where(cell => cell.Value != CellValue.None)))),
    ];

    private static CellValue Now(PilotState state, MunicipalityId place, CellKey key) =>
        (place == WholePilot ? state.Total : state.Allocated(place))?.Get(key) ?? CellValue.None;
}
