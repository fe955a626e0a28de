using KpiGrid.Silo.Aggregates;

namespace KpiGrid.Tests.Pilots;

/// <summary>Follows a pilot by its changed cells alone, as municipalities do.</summary>
internal sealed class PilotReader
{
    private readonly Dictionary<MunicipalityId, CellTable> tables = [];

    public void Take(WrittenPilot pilot)
    {
        foreach (var (place, keys) in pilot.Changes.Cells)
        {
            if (!tables.TryGetValue(place, out var table)) tables.Add(place, table = new());
            foreach (var key in keys) table.Set(new(key, pilot.State.Allocated(place)!.Get(key)));
        }
    }

    public IReadOnlyList<string> Lines() =>
        [.. tables.OrderBy(pair => pair.Key).SelectMany(pair => StateTexts.Lines(pair.Key.Value, pair.Value))];
}
