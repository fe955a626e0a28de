using KpiGrid.Api.Measurements.Csv;

namespace KpiGrid.Api.Exchange;

/// <summary>Reads the rows of a CSV as spreadsheets save it: parted by semicolon, comma or tab, as its first line shows.</summary>
internal static class CsvTable
{
    public static IReadOnlyList<FileRow> Rows(ReadOnlySpan<byte> text, ExchangeOptions limits)
    {
        var found = new List<FileRow>();
        var rows = new CsvRows(text, Separator(text));
        while (rows.Next(limits.ColumnsMax))
        {
            FileGuard.Rows(found.Count, limits);
            FileGuard.Columns(rows.Count, rows.Line, limits);
            var cells = new FileCell[rows.Count];
            for (var at = 0; at < cells.Length; at++) cells[at] = new(FileGuard.Cell(rows.Text(at), rows.Line, limits));
            if (!cells.All(cell => cell.IsBlank)) found.Add(new(rows.Line, cells));
        }
        return rows.Broken is { } broken
            ? throw new FileRefusedException(new(broken.Field, broken.Value, broken.Code, broken.Remedy), broken.Line)
            : found;
    }

    private static byte Separator(ReadOnlySpan<byte> text)
    {
        text = text.TrimStart("\r\n"u8);
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        return line.Contains((byte)'\t') ? (byte)'\t' : line.Contains((byte)';') ? (byte)';' : (byte)',';
    }
}
