using System.Xml;

namespace KpiGrid.Api.Exchange.Xlsx;

/// <summary>Which formats of cells show a number as a day.</summary>
internal static class CellFormats
{
    /// <summary>For each format by number whether it is one of days.</summary>
    public static IReadOnlyList<bool> Read(XmlReader part)
    {
        var (own, formats) = (new HashSet<string>(StringComparer.Ordinal), new List<bool>());
        var isInCells = false;
        using (part)
            while (part.Read())
            {
                if (part.LocalName == "cellXfs") isInCells = part.NodeType == XmlNodeType.Element;
                if (part.NodeType != XmlNodeType.Element) continue;
                if (part.LocalName == "numFmt" && IsOfDays(part.GetAttribute("formatCode") ?? "")) own.Add(part.GetAttribute("numFmtId") ?? "");
                if (part.LocalName == "xf" && isInCells) formats.Add(IsOfDays(part.GetAttribute("numFmtId"), own));
            }
        return formats;
    }

    /// <summary>14 to 17 and 22 are days in every workbook, 27 to 36 and 50 to 58 in some languages.</summary>
    private static bool IsOfDays(string? id, HashSet<string> own) =>
        int.TryParse(id, out var number) && (number is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58 || own.Contains(id));

    /// <summary>A day or a year stands in it, outside of what is quoted or in brackets.</summary>
    private static bool IsOfDays(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var at = 0; at < code.Length; at++)
        {
            var c = code[at];
            if (c == '\\') at++;
            else if (c == '"') quoted = !quoted;
            else if (c is '[' or ']') bracketed = c == '[';
            else if (!quoted && !bracketed && c is 'd' or 'D' or 'y' or 'Y') return true;
        }
        return false;
    }
}
