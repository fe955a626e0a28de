namespace KpiGrid.Silo.Pilots;

/// <summary>What one statement changes: a measurement counts no more as it did, and counts as it says now.</summary>
internal sealed record ContentChange(MeasurementId Id, Content? Before, Content? After)
{
    public IEnumerable<Content> Contents => new[] { Before, After }.OfType<Content>();
}
