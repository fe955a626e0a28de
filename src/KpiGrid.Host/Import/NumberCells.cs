namespace KpiGrid.Host.Import;

/// <summary>Reads cells that are only compared, in the number style of the file.</summary>
internal sealed class NumberCells(ImportMap map, string field)
{
    private readonly NumberStyle style = DeclaredStyle.Of(field, map.Culture, map.Decimal, map.Thousands);

    public bool TryRead(ReadOnlySpan<char> cell, out Amount value) => style.TryRead(cell.Trim(), out value, out _);
}
