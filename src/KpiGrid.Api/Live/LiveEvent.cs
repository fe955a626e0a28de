namespace KpiGrid.Api.Live;

/// <summary>The data of an event: of a snapshot every line, of a change those that differ from the event before.</summary>
/// <param name="Version">The region's version; also the event's id.</param>
/// <param name="Previous">The version of the event sent to this viewer before; null in the first.</param>
/// <param name="Kpis">The lines.</param>
internal sealed record LiveEvent(string Version, string? Previous, IReadOnlyList<LiveLine> Kpis);
