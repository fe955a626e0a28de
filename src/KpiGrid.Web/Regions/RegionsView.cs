using KpiGrid.Web.SignIn;

namespace KpiGrid.Web.Regions;

/// <summary>The list of regions, as shown.</summary>
/// <param name="Regions">A page of them by id.</param>
/// <param name="Next">The address of the next page; null on the last one.</param>
/// <param name="Samples">The button that loads the sample networks; null where it is not offered.</param>
public sealed record RegionsView(IReadOnlyList<RegionLine> Regions, string? Next, FormView? Samples = null);

/// <summary>One region of the list.</summary>
/// <param name="Address">The address of its page.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Members">How many members it has today.</param>
/// <param name="IsSample">Whether it is invented.</param>
public sealed record RegionLine(string Address, string Name, string Kind, string Members, bool IsSample);
