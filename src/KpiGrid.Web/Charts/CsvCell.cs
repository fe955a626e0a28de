using System.Globalization;
using System.Buffers;

namespace KpiGrid.Web.Charts;

/// <summary>Writes a cell of a CSV that a spreadsheet will open.</summary>
internal static class CsvCell
{
    private static readonly SearchValues<char> quoted = SearchValues.Create(",;\"\r\n\t");

    /// <summary>Quoted where it must be; what a spreadsheet would take for a formula begins with a mark that it is text.</summary>
    public static string Of(string text)
    {
        var isFormula = text.Length > 0 && (text[0] == '-' ? !IsNumber(text) : "=+@\t\r".Contains(text[0], StringComparison.Ordinal));
        var safe = isFormula ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
