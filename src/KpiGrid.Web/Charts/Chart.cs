namespace KpiGrid.Web.Charts;

/// <summary>A drawing with everything that must stand beside it.</summary>
/// <param name="Name">Its short name in addresses.</param>
/// <param name="Title">What is shown: of what, where, when.</param>
/// <param name="Note">How to read it; empty for nothing.</param>
/// <param name="Svg">The drawing, to stand in a page; empty when there is nothing to draw.</param>
/// <param name="Table">The same as a table.</param>
public sealed record Chart(string Name, string Title, string Note, string Svg, ChartTable Table)
{
    /// <summary>The height of the drawing in pixels, for where it stands alone.</summary>
    public int Height { get; init; } = 240;
}

/// <summary>What a chart shows, as a table.</summary>
/// <param name="Columns">The heads of its columns.</param>
/// <param name="Rows">Its rows, a cell a column; the first names the row.</param>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ChartCell>> Rows);

/// <summary>A cell of a table.</summary>
/// <param name="Text">What a reader sees.</param>
/// <param name="Plain">What a spreadsheet reads: a number with a dot, or the text.</param>
/// <param name="IsNumber">Whether it is one.</param>
/// <param name="Address">Where it leads; null for nowhere.</param>
public sealed record ChartCell(string Text, string Plain, bool IsNumber = false, string? Address = null)
{
    /// <summary>A cell of words.</summary>
    public static ChartCell Of(string? text, string? address = null) => new(text ?? "", text ?? "", false, address);

    /// <summary>A number as shown, and exactly.</summary>
    public static ChartCell Of(string? text, Amount? exact, string? address = null) =>
        new(text ?? "–", exact?.ToString() ?? "", true, address);
}
