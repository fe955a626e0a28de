namespace KpiGrid.Web.Report;

/// <summary>The pilots that the reader may report for, as shown.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Pilots">Address and name of each.</param>
/// <param name="IsCut">Whether there are more.</param>
public sealed record ReportPilotsView(string Query, IReadOnlyList<Choice> Pilots, bool IsCut);
