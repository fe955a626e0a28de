namespace KpiGrid.Web.Regions;

/// <summary>Types of building by the classes of a KPI, as shown.</summary>
/// <param name="Columns">The heads of the columns behind the first.</param>
/// <param name="Rows">A line a type of building, then those of no type and of what is hidden.</param>
/// <param name="Total">What they add to.</param>
public sealed record MatrixView(IReadOnlyList<string> Columns, IReadOnlyList<MatrixRow> Rows, MatrixRow Total);

/// <summary>A line.</summary>
/// <param name="Name">The type of building.</param>
/// <param name="Cells">One a column.</param>
public sealed record MatrixRow(string Name, IReadOnlyList<string> Cells);
