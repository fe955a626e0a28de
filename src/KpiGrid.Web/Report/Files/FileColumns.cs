using KpiGrid.Api.Measurements;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Report.Files;

/// <summary>A column of a file.</summary>
/// <param name="At">Its place, from 0.</param>
/// <param name="Title">What the file calls it.</param>
/// <param name="Field">What it was understood as; null for one that is not used.</param>
internal sealed record FileColumn(int At, string Title, MeasurementField? Field);

/// <summary>Understands what the columns of a file are: by the names of the API, and by those of the template in any language.</summary>
internal static class FileColumns
{
    /// <summary>Parts the names that a language has for one column; the first is that of the template.</summary>
    private const char NameSeparator = '|';

    private static readonly Dictionary<string, MeasurementField> known = Known();

    public static IReadOnlyList<FileColumn> Of(IReadOnlyList<string> header)
    {
        var columns = header.Index().Select(title => new FileColumn(title.Index, title.Item, Find(title.Item))).ToList();
        // What one file says twice is for nobody to choose from.
        return [.. columns.Select(column => columns.Any(other => other.At < column.At && other.Field == column.Field) ? column with { Field = null } : column)];
    }

    /// <summary>What the template calls a column.</summary>
    public static string Title(Words words, MeasurementField field) => words.Files.Columns[field.Name()].Split(NameSeparator)[0];

    private static MeasurementField? Find(string title) => known.TryGetValue(Bare(title), out var field) ? field : null;

    private static Dictionary<string, MeasurementField> Known()
    {
        var names = new Dictionary<string, MeasurementField>(StringComparer.Ordinal);
        foreach (var field in Enum.GetValues<MeasurementField>().Where(field => !field.OfCorrection()))
        {
            names.TryAdd(Bare(field.Name()), field);
            foreach (var words in Language.All.Select(Words.Of))
                foreach (var name in words.Files.Columns.GetValueOrDefault(field.Name(), "").Split(NameSeparator)) names.TryAdd(Bare(name), field);
        }
        return names;
    }

    /// <summary>Letters and digits alone, in small letters.</summary>
    private static string Bare(string title) => string.Concat(title.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
