using System.Globalization;
using KpiGrid.Api.Exchange;
using KpiGrid.Api.Measurements;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Report.Files;

/// <summary>Writes the cells of a file as the API reads them: days in its form, and words of the pages as their codes.</summary>
internal static class FileCells
{
    /// <summary>In all three countries a day stands before its month; with a slash it does not in English.</summary>
    private static readonly string[] dayForms = ["d-M-yyyy", "d.M.yyyy"];

    private static readonly Dictionary<string, string> flags = Codes(words => words.Values.Flags);
    private static readonly Dictionary<string, string> classes = Codes(words => words.Values.Classes);

    public static string Text(FileCell cell, MeasurementField field, NumberStyle style, Language language)
    {
        var text = cell.Text.Trim();
        return field switch
        {
            _ when ReportEntry.NumberFields.Contains(field) => cell.IsNumber ? text.Replace('.', FileNumbers.DecimalMark(style)) : text,
            MeasurementField.Period => Period(text, language),
            MeasurementField.Flag => flags.GetValueOrDefault(text.ToLowerInvariant(), text),
            MeasurementField.Class => classes.GetValueOrDefault(text.ToLowerInvariant(), text),
            _ => text,
        };
    }

    private static string Period(string text, Language language)
    {
        var forms = language == Language.English ? dayForms : [.. dayForms, "d/M/yyyy"];
        return DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("O", CultureInfo.InvariantCulture) : text;
    }

    private static Dictionary<string, string> Codes(Func<Words, IReadOnlyDictionary<string, string>> of)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var words in Language.All.Select(Words.Of))
            foreach (var (code, name) in of(words)) codes.TryAdd(name.ToLowerInvariant(), code);
        return codes;
    }
}
