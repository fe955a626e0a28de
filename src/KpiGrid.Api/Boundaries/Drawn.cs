namespace KpiGrid.Api.Boundaries;

/// <summary>Where the days of a municipality stand on a map.</summary>
/// <param name="Code">The code they stand under.</param>
/// <param name="IsOnMap">Whether the code stood for that territory on the day of the map.</param>
internal readonly record struct Drawn(MunicipalityId Code, bool IsOnMap);
