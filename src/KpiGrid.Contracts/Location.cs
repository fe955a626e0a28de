namespace KpiGrid;

/// <summary>A point on the map, in degrees.</summary>
[GenerateSerializer, Immutable, Alias("Location")]
public sealed record Location
{
    /// <summary>Latitude, north is positive.</summary>
    [Id(0)]
    public Amount Lat { get; init; }

    /// <summary>Longitude, east is positive.</summary>
    [Id(1)]
    public Amount Lon { get; init; }
}
