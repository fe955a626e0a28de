using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid;

/// <summary>The text of an edition's numbers, of which its hash is made. Pure.</summary>
/// <remarks>
/// UTF-8; each line ends with one line feed, its fields are parted by tabs, and what is missing is empty. Numbers are plain
/// decimals with a dot and no needless zero; days <c>2026-05-21</c>; the instant in UTC, <c>2026-05-20T22:00:00Z</c>. In this order:
/// <c>kpigrid-edition 1</c>; <c>region</c> id; <c>round</c> name; <c>cut-off</c> instant; <c>days</c> first, day after the last,
/// size of the periods; a <c>member</c> each; a <c>kpi</c> each: code, definition, unit; a <c>head</c> each: stream, sequence; a
/// <c>line</c> each: place, KPI, period, value, n, a, b, at least, at most, reported, expected; behind a line an <c>amount</c>
/// each: currency, value. The order of members, KPIs, heads and lines is that of the document.
/// </remarks>
public static class EditionText
{
    /// <summary>The text.</summary>
    public static string Of(EditionFacts edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        var text = new StringBuilder();
        Line(text, "kpigrid-edition", 1);
        Line(text, "region", edition.Region);
        Line(text, "round", edition.Round);
        Line(text, "cut-off", InstantJson.Text(edition.CutOff));
        Line(text, "days", edition.From, edition.To, edition.By.Text());
        foreach (var member in edition.Members) Line(text, "member", member);
        foreach (var kpi in edition.Kpis) Line(text, "kpi", kpi.Kpi, kpi.Definition, kpi.Unit);
        foreach (var head in edition.Heads) Line(text, "head", head.Stream, head.Head);
        foreach (var line in edition.Lines)
        {
            Line(text, "line", line.Place, line.Kpi, line.Period, line.Value, line.N, line.A, line.B, line.AtLeast, line.AtMost,
                line.Reported, line.Expected);
            foreach (var amount in line.Amounts) Line(text, "amount", amount.Unit, amount.Value);
        }
        return text.ToString();
    }

    /// <summary>Its SHA-256 in lower-case hexadecimal digits.</summary>
    public static string Hash(EditionFacts edition) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(edition))));

    private static void Line(StringBuilder text, params object?[] fields) =>
        text.AppendJoin('\t', fields.Select(Field)).Append('\n');

    private static string Field(object? field) => field switch
    {
        null => "",
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => field.ToString()!,
    };
}
