using System.Text;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements.Csv;

/// <summary>The fields that the columns of a table stand for.</summary>
internal static class CsvHeader
{
    private static readonly MeasurementField[] Fields =
        [.. Enum.GetValues<MeasurementField>().Where(field => !field.OfCorrection())];

    /// <summary>The columns of a table at most: one more is unknown or doubled.</summary>
    public static int ColumnsMax => Fields.Length + 1;

    /// <summary>The separator that the first line shows; null and an error when it shows two.</summary>
    public static byte? Separator(ReadOnlySpan<byte> table, out ErrorItem? error)
    {
        error = null;
        var end = table.IndexOf((byte)'\n');
        var line = end < 0 ? table : table[..end];
        var (comma, semicolon) = (line.Contains((byte)','), line.Contains((byte)';'));
        if (!comma || !semicolon) return semicolon ? (byte)';' : (byte)',';
        error = Error(null, "separator-ambiguous", "The header row holds , and ; both: say which with separator=.");
        return null;
    }

    /// <summary>Reads the header row; null and an error when it is none.</summary>
    public static MeasurementField[]? Read(ref CsvRows rows, out ErrorItem? error)
    {
        error = rows.Next(ColumnsMax) ? null
            : rows.Broken ?? Error(null, "header-missing", "Begin with a header row such as id,kpi,class,period,value,unit.");
        if (error is not null) return null;
        var columns = new MeasurementField[Math.Min(rows.Count, ColumnsMax)];
        for (var i = 0; i < columns.Length && error is null; i++)
        {
            var name = rows.Text(i).Trim();
            var field = MeasurementFields.Find(Encoding.UTF8.GetBytes(name));
            if (field is not { } known || known.OfCorrection())
                error = Error(name, "header-unknown", $"The columns there are: {string.Join(", ", Fields.Select(each => each.Name()))}.");
            else if (columns.AsSpan(0, i).Contains(known)) error = Error(name, "header-doubled", "Name each column once.");
            else columns[i] = known;
        }
        return error is null ? columns : null;
    }

    private static ErrorItem Error(string? value, string code, string remedy) =>
        ErrorItem.Of(new("header", value, code, remedy), line: 1);
}
