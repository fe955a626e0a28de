using System.Text;
using KpiGrid.Api.Exchange;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;
using KpiGrid.Api.Measurements.Csv;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Report.Files;

/// <summary>Reads the rows of a file as measurements, by the rules of the API.</summary>
internal sealed class FileReader(ApiOptions limits, IReadOnlyList<FileColumn> columns, NumberStyle style, Language language)
{
    /// <summary>Stands for an id until the content is read that it is made of.</summary>
    private const string NoId = "row";

    private static readonly MeasurementField[] values =
    [
        .. ReportEntry.NumberFields, MeasurementField.Members, MeasurementField.Silence,
    ];

    private readonly List<FileColumn> used = [.. columns.Where(column => column.Field is not null)];
    private readonly List<(long Line, Measurement Measurement)> measurements = [];
    private readonly List<FileError> errors = [];
    private readonly ContentIds ids = new();

    private bool HasIds => used.Exists(column => column.Field == MeasurementField.Id);

    public FileReading Read(FileTable table)
    {
        var filled = table.Rows.Where(IsFilled).ToList();
        foreach (var rows in filled.Chunk(limits.MeasurementsMax)) Read(rows);
        return new()
        {
            Columns = columns, Measurements = measurements, Errors = errors, Blank = table.Rows.Count - filled.Count, Filled = filled.Count,
        };
    }

    private bool IsFilled(FileRow row) =>
        used.Exists(column => values.Contains(column.Field!.Value) && !row.At(column.At).IsBlank)
        || row.Cells.Skip(columns.Count).Any(cell => !cell.IsBlank);

    private void Read(FileRow[] rows)
    {
        var reading = new MeasurementReader(limits, partial: true).MeasurementRows(Csv(rows), new CsvForm(style, (byte)','));
        foreach (var (place, item) in reading.Places.Zip(reading.Items))
            measurements.Add((rows[place].Line, HasIds ? item : item with { Id = ids.Of(item) }));
        foreach (var refusal in reading.Refusals) errors.Add(Error(rows[refusal.Index], refusal.Problem));
    }

    /// <summary>The rows as the API takes them.</summary>
    private byte[] Csv(FileRow[] rows)
    {
        var text = new StringBuilder().AppendJoin(',', used.Select(column => column.Field!.Value.Name()));
        if (!HasIds) text.Append(',').Append(MeasurementField.Id.Name());
        foreach (var row in rows)
        {
            text.Append("\r\n").AppendJoin(',', used.Select(column => Quoted(FileCells.Text(row.At(column.At), column.Field!.Value, style, language))));
            if (!HasIds) text.Append(',').Append(NoId);
            // Cells beyond the last column are a row gone wrong, as one of a decimal comma among commas.
            foreach (var cell in row.Cells.Skip(columns.Count).Where(cell => !cell.IsBlank)) text.Append(',').Append(Quoted(cell.Text));
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public FileError Error(FileRow row, Problem problem)
    {
        var column = used.Find(each => each.Field!.Value.Name() == problem.Field);
        return new(row.Line, column?.Title ?? "", column is null ? problem.Value ?? "" : row.At(column.At).Text, problem);
    }
}
