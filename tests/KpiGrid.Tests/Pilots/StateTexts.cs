using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Pilots;

namespace KpiGrid.Tests.Pilots;

/// <summary>A pilot's cells and duties as sorted lines, to hold two states against each other.</summary>
internal static class StateTexts
{
    public static IReadOnlyList<string> Cells(this PilotState state) =>
    [
        .. Lines("total", state.Total),
        .. Arithmetic.Places.SelectMany(place => state.Allocated(place) is { } table ? Lines(place.Value, table) : []),
    ];

    public static IReadOnlyList<string> Lines(string name, CellTable table) =>
        [.. table.All.Select(cell => $"{name} {Text(cell)}").Order(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Lines(this PilotDuties duties) =>
    [
        .. duties.All.Select(pair => $"{pair.Municipality} {pair.Duty.Stream} {pair.Duty.Standing} "
                + $"{string.Join(',', pair.Duty.Expected)} {string.Join(',', pair.Duty.Reported)}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The duties made from nothing.</summary>
    public static PilotDuties FreshDuties(this PilotState state)
    {
        var duties = new PilotDuties(WrittenPilot.Id);
        duties.Refresh(state, null);
        return duties;
    }

    private static string Text(Cell cell) => $"{cell.Key} {cell.Value}";
}
