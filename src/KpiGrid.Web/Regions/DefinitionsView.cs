namespace KpiGrid.Web.Regions;

/// <summary>A KPI under the definitions that it was reported by, side by side.</summary>
/// <param name="Versions">The first version of each, the oldest first.</param>
/// <param name="Rows">The periods in which there is anything.</param>
public sealed record DefinitionsView(IReadOnlyList<string> Versions, IReadOnlyList<DefinitionsRow> Rows);

/// <summary>A period.</summary>
/// <param name="Period">Its name.</param>
/// <param name="Values">What it comes to under each definition; null for nothing.</param>
/// <param name="Difference">From the first to the last where the period stands under both; empty where it does not.</param>
public sealed record DefinitionsRow(string Period, IReadOnlyList<string?> Values, string Difference);
