using System.IO.Compression;
using System.Xml;

namespace KpiGrid.Api.Exchange.Xlsx;

/// <summary>Reads the first sheet of a workbook (ECMA-376, SpreadsheetML): what its cells hold, never what a formula would come to.</summary>
/// <remarks>
/// Its own reader, because its limits must hold before anything is spent: no part is unfolded beyond them, no document type
/// is read, no name of a part is a path, and a number goes from its digits to an amount without passing through a binary one.
/// </remarks>
internal static class Workbook
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The rows that have something in them.</summary>
    public static IReadOnlyList<FileRow> Rows(byte[] file, ExchangeOptions limits)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            if (archive.Entries.Count > limits.PartsMax) FileGuard.Refuse("file-parts-too-many", limits.PartsMax, null);
            var parts = new Parts(archive, limits);
            var (sheet, since1904) = FirstSheet(parts);
            var texts = parts.Open("xl/sharedStrings.xml") is { } shared ? SharedTexts.Read(shared, limits) : [];
            var formats = parts.Open("xl/styles.xml") is { } styles ? CellFormats.Read(styles) : [];
            var rows = parts.Open(sheet) ?? throw Broken();
            return new Sheet(texts, formats, since1904, limits).Rows(rows);
        }
        catch (Exception failure) when (failure is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            throw Broken();
        }
    }

    /// <summary>The part of the first sheet that is not hidden, and whether days are counted from 1904.</summary>
    private static (string Part, bool Since1904) FirstSheet(Parts parts)
    {
        string? id = null;
        var since1904 = false;
        using (var book = parts.Open("xl/workbook.xml") ?? throw Broken())
            while (book.Read())
            {
                if (book.NodeType != XmlNodeType.Element) continue;
                if (book.LocalName == "workbookPr") since1904 = book.GetAttribute("date1904") is "1" or "true";
                if (book.LocalName == "sheet" && book.GetAttribute("state") is null or "visible") id ??= book.GetAttribute("id", Relations);
            }
        using var relations = parts.Open("xl/_rels/workbook.xml.rels") ?? throw Broken();
        while (relations.Read())
            if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && relations.GetAttribute("Id") == id
                && relations.GetAttribute("Target") is { } target)
                return (target.StartsWith('/') ? target[1..] : $"xl/{target}", since1904);
        throw Broken();
    }

    private static FileRefusedException Broken() => new(new("file", null, "file-unreadable", "Open it in a spreadsheet, and save it as xlsx or CSV again."));
}
