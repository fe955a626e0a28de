namespace KpiGrid.Web.Regions;

/// <summary>A KPI in one way of reading its classes.</summary>
/// <param name="Name">What the reading is called.</param>
/// <param name="Value">What counts, in words; null for nothing.</param>
/// <param name="Counts">The classes that count.</param>
/// <param name="LeftOut">What there is of classes that do not.</param>
/// <param name="Remark">What to know about the reading; null for nothing.</param>
/// <param name="Source">Who reads so, and the version.</param>
public sealed record ReadingRow(string Name, string? Value, string Counts, string LeftOut, string? Remark, string Source);
