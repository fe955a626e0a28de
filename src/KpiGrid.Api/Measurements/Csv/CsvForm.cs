using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements.Csv;

/// <summary>How a table is written, as far as its sender says.</summary>
/// <param name="Culture">How its numbers are written; null is plainly, with a dot.</param>
/// <param name="Separator">What parts the cells; null is what the header row shows.</param>
internal sealed record CsvForm(NumberStyle? Culture, byte? Separator)
{
    /// <summary>Reads the parameters <c>culture</c> and <c>separator</c>; null and a problem when one is none.</summary>
    public static CsvForm? Of(string? culture, string? separator, out Problem? problem)
    {
        problem = null;
        NumberStyle? style = null;
        if (culture is not null && !NumberStyle.TryOf(culture, out style))
            problem = new("culture", culture, "culture-unknown",
                "One of: en (1,234.5), da or nl (1.234,5); leave it out for 1234.5.");
        else if (separator is not (null or "," or ";"))
            problem = new("separator", separator, "separator-unknown", "Send , or ; (encoded %2C or %3B).");
        return problem is null ? new(style, separator is null ? null : (byte)separator[0]) : null;
    }

    /// <summary>
    /// Where semicolons part the cells, a spreadsheet with decimal commas may have written them: a number with a mark then
    /// needs the culture declared, for 1.234 would be two things.
    /// </summary>
    public NumberStyle Numbers(byte separator) =>
        Culture ?? (separator == (byte)';' ? NumberStyle.Whole : NumberStyle.Plain);
}
