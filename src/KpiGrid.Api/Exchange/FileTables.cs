using System.Text;
using KpiGrid.Api.Exchange.Xlsx;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Exchange;

/// <summary>Reads the table of a file, whatever form it has: CSV, or the first sheet of a workbook.</summary>
internal static class FileTables
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> OldWorkbook => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads a file.</summary>
    /// <exception cref="FileRefusedException">It cannot be read, or is larger than it may be.</exception>
    public static FileTable Read(byte[] file, ExchangeOptions limits)
    {
        if (file.Length > limits.BytesMax)
            throw new FileRefusedException(new("file", null, "file-too-large", $"Send at most: {limits.BytesMaxText}."), status: 413);
        if (file.AsSpan().StartsWith(OldWorkbook))
            throw new FileRefusedException(new("file", null, "file-old-workbook", "Save it as xlsx or as CSV."));
        var rows = file.AsSpan().StartsWith(Zip) ? Workbook.Rows(file, limits) : CsvTable.Rows(Utf8(file), limits);
        if (rows is not [var header, ..])
            throw new FileRefusedException(new("file", null, "file-empty", "Begin with a row that names the columns."));
        return new([.. header.Cells.Select(cell => cell.Text.Trim())], [.. rows.Skip(1)]);
    }

    /// <summary>Spreadsheets save a text also in two bytes a character, and say so at its beginning.</summary>
    private static byte[] Utf8(byte[] file)
    {
        foreach (var wide in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
            if (file.AsSpan().StartsWith(wide.Preamble)) return Encoding.Convert(wide, Encoding.UTF8, file[wide.Preamble.Length..]);
        ReadOnlySpan<byte> text = file;
        if (JsonText.Check(ref text, "file", "a file") is { } error)
            throw new FileRefusedException(new("file", null, error.Code == "file-not-utf8" ? error.Code : "file-empty", error.Remedy), error.Line);
        return text.ToArray();
    }
}
