using System.Globalization;
using System.Xml;

namespace KpiGrid.Api.Exchange.Xlsx;

/// <summary>Reads the cells of one sheet.</summary>
internal sealed class Sheet(IReadOnlyList<string> texts, IReadOnlyList<bool> formats, bool since1904, ExchangeOptions limits)
{
    private readonly List<FileRow> rows = [];

    public IReadOnlyList<FileRow> Rows(XmlReader part)
    {
        long line = 0;
        using (part)
            while (part.Read())
                if (part is { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    line = part.GetAttribute("r") is { } number ? long.Parse(number, CultureInfo.InvariantCulture) : line + 1;
                    Take(line, Cells(part, line));
                }
        return rows;
    }

    private void Take(long line, List<FileCell> cells)
    {
        if (cells.All(cell => cell.IsBlank)) return;
        FileGuard.Rows(rows.Count, limits);
        rows.Add(new(line, cells));
    }

    private List<FileCell> Cells(XmlReader part, long line)
    {
        var cells = new List<FileCell>();
        if (part.IsEmptyElement) return cells;
        var depth = part.Depth;
        while (part.Read() && part.Depth > depth)
        {
            if (part is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            var column = part.GetAttribute("r") is { } address ? Column(address) : cells.Count;
            FileGuard.Columns(column + 1, line, limits);
            while (cells.Count <= column) cells.Add(default);
            cells[column] = Cell(part, line);
        }
        return cells;
    }

    /// <summary>The column of an address such as AB12, from 0; far beyond any limit it is only large.</summary>
    private static int Column(string address)
    {
        var column = 0;
        foreach (var c in address.TakeWhile(char.IsAsciiLetterUpper).Take(6)) column = column * 26 + (c - 'A' + 1);
        return column > 0 ? column - 1 : throw new FormatException();
    }

    private FileCell Cell(XmlReader part, long line)
    {
        var (type, format) = (part.GetAttribute("t") ?? "n", part.GetAttribute("s"));
        var value = "";
        if (!part.IsEmptyElement)
        {
            var depth = part.Depth;
            while (part.Read() && part.Depth > depth)
                if (part is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" }) value = SharedTexts.Text(part, limits.CellCharactersMax);
        }
        if (value.Length == 0) return default;
        return type switch
        {
            "s" => new(FileGuard.Cell(Shared(value), line, limits)),
            "b" => new(value == "1" ? "true" : "false"),
            "n" when int.TryParse(format, out var at) && at < formats.Count && formats[at] => new(CellNumber.Day(value, since1904)),
            "n" => new(CellNumber.Text(value), IsNumber: true),
            _ => new(FileGuard.Cell(value, line, limits)),
        };
    }

    private string Shared(string number) =>
        int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) is var at && at < texts.Count ? texts[at] : throw new FormatException();
}
