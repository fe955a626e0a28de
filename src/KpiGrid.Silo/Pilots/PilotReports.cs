using KpiGrid.Silo.Aggregates;

namespace KpiGrid.Silo.Pilots;

/// <summary>What a pilot reports to one municipality.</summary>
internal sealed class PilotReports(
    PilotId pilot, MunicipalityId municipality, PilotState state, PilotDuties duties, long epoch) : IReportSource
{
    public NodeVersion Version => state.Head.Version(epoch);

    public bool CanReport => true;

    public CellReport Report(
        NodeVersion since, IReadOnlyCollection<CellKey>? keys, IReadOnlyCollection<KpiStreamId>? streams)
    {
        var cells = state.Allocated(municipality);
        return new()
        {
            Child = pilot.Value,
            Base = since,
            Version = Version,
            Whole = keys is null,
            Cells = CellBlock.Pack(keys is null
                ? cells?.All ?? []
                : keys.Select(key => new Cell(key, cells?.Get(key) ?? CellValue.None))),
            Duties = streams is null ? [.. duties.Of(municipality)] : [.. streams.Select(Duty)],
        };
    }

    private Duty Duty(KpiStreamId stream) => duties.Of(municipality, stream)
        ?? new() { Stream = stream, Standing = false, Expected = [], Reported = [] };
}
