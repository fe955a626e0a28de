using KpiGrid.Web.Confirmations;
using KpiGrid.Web.Regions;

namespace KpiGrid.Web.Places;

/// <summary>A municipality in a period, as shown.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Facts">Where it is and how many live there.</param>
/// <param name="Period">The period shown.</param>
/// <param name="Today">The local day.</param>
/// <param name="Tiles">One tile a KPI.</param>
/// <param name="Regions">The regions it is in.</param>
/// <param name="Pilots">The pilots that have reported for it.</param>
/// <param name="Hidden">How many of those are hidden, in words; null for none.</param>
/// <param name="Behalf">What was reported on its behalf; null for nothing.</param>
public sealed record MunicipalityView(
    string Name, string Facts, Period Period, DateOnly Today, IReadOnlyList<TileView> Tiles,
    IReadOnlyList<PlaceLink> Regions, IReadOnlyList<PlaceLink> Pilots, string? Hidden, BehalfView? Behalf);

/// <summary>A way to a place or pilot.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its page.</param>
/// <param name="Remark">What else to say; empty for nothing.</param>
public sealed record PlaceLink(string Name, string Address, string Remark);
