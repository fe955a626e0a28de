using Sylvan.Data.Csv;

namespace KpiGrid.Host.Import;

/// <summary>Reads a file into measurements, one row at a time; what is wrong is counted and passed over.</summary>
internal sealed class RowReader : IDisposable
{
    private readonly WholeRecords records;
    private readonly CsvDataReader csv;
    private readonly RowFields fields;
    private readonly Columns columns;
    private readonly RowErrors errors;

    /// <param name="map">The mapping.</param>
    /// <param name="source">The text of the file.</param>
    /// <param name="errors">What is found wrong.</param>
    /// <param name="withIds">False where rows are only looked at: remembering every key costs memory.</param>
    /// <param name="checksIn">Where rows are to be checked: the folder of files to check against.</param>
    public RowReader(
        ImportMap map, TextReader source, RowErrors errors, bool withIds = true, string? checksIn = null)
    {
        this.errors = errors;
        var delimiter = map.Delimiter is [var one]
            ? one
            : throw new ImportMapException("delimiter: give one character");
        records = new(source, delimiter, errors);
        csv = Open(records, delimiter);
        var header = records.NextLine();
        if (errors.First.FirstOrDefault(error => error.Line < header) is { } broken)
        {
            throw new InvalidDataException($"The header cannot be read: {broken}");
        }
        columns = new(csv);
        Checks = checksIn is null ? null : new(map, columns, checksIn);
        fields = new(map, columns, withIds, Checks);
    }

    public long Rows { get; private set; }

    public RowChecks? Checks { get; }

    /// <summary>Columns whose numbers may be read in two ways; known when the file is read.</summary>
    public IEnumerable<RowError> Doubts => fields.Doubts;

    public long Blanks => fields.Blanks;

    public long LostDigits => fields.LostDigits;

    public IEnumerable<(string Label, string Code)> Pilots => fields.Pilot.Labels;

    public IEnumerable<(string Label, string Code)> Municipalities => fields.Municipality?.Labels ?? [];

    /// <summary>Whether the file gives ids of its own, or the key columns that tell its rows apart.</summary>
    public bool HasDeclaredIds => fields.HasDeclaredIds;

    public IEnumerable<ImportRow> Read()
    {
        while (csv.Read())
        {
            Rows++;
            var line = records.NextLine();
            if (csv.RowFieldCount != columns.Count)
            {
                errors.Add(line, null, null, $"This row has {csv.RowFieldCount} cells and the header {columns.Count}");
                continue;
            }
            foreach (var row in fields.Read(csv, line, errors)) yield return row;
        }
    }

    public void Dispose()
    {
        csv.Dispose();
        records.Dispose();
    }

    private static CsvDataReader Open(TextReader records, char delimiter)
    {
        try
        {
            return CsvDataReader.Create(records, new CsvDataReaderOptions
            {
                Delimiter = delimiter,
                Comment = '\0',
                BufferSize = 1 << 16,
                MaxBufferSize = 1 << 20,
            });
        }
        catch (CsvMissingHeadersException failure)
        {
            throw new InvalidDataException("The file is empty: its first line must name the columns", failure);
        }
    }
}
