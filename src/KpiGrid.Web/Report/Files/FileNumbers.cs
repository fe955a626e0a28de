using KpiGrid.Api.Exchange;
using KpiGrid.Api.Measurements;

namespace KpiGrid.Web.Report.Files;

/// <summary>Finds out from all numbers of a file together how they are written.</summary>
internal static class FileNumbers
{
    /// <summary>The style; null where two would do and say different things, or where the file mixes them: that must be asked.</summary>
    public static NumberStyle? StyleOf(FileTable table, IReadOnlyList<FileColumn> columns)
    {
        var (english, continental, differs) = (false, false, false);
        foreach (var text in Numbers(table, columns))
        {
            var isEnglish = NumberStyle.English.TryRead(text, out var one, out _);
            var isContinental = NumberStyle.Continental.TryRead(text, out var other, out _);
            english |= isEnglish && !isContinental;
            continental |= isContinental && !isEnglish;
            differs |= isEnglish && isContinental && one != other;
        }
        return english && continental ? null : continental ? NumberStyle.Continental : english || !differs ? NumberStyle.English : null;
    }

    /// <summary>A number that two styles read differently, to show what is asked.</summary>
    public static string? Doubtful(FileTable table, IReadOnlyList<FileColumn> columns) => Numbers(table, columns).FirstOrDefault(text =>
        NumberStyle.English.TryRead(text, out var one, out _) && NumberStyle.Continental.TryRead(text, out var other, out _) && one != other);

    public static char DecimalMark(NumberStyle style) => style == NumberStyle.Continental ? ',' : '.';

    private static IEnumerable<string> Numbers(FileTable table, IReadOnlyList<FileColumn> columns)
    {
        var places = columns.Where(column => column.Field is { } field && ReportEntry.NumberFields.Contains(field)).Select(column => column.At).ToList();
        return table.Rows.SelectMany(row => places.Select(row.At)).Where(cell => !cell.IsNumber && !cell.IsBlank).Select(cell => cell.Text.Trim());
    }
}
