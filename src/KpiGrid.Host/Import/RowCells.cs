using Sylvan.Data.Csv;

namespace KpiGrid.Host.Import;

/// <summary>The cells of the row being read, and whether anything in it was refused.</summary>
internal sealed class RowCells(CsvDataReader csv, long line, RowErrors errors)
{
    public long Line => line;

    public bool IsRefused { get; private set; }

    public ReadOnlySpan<char> Text(int ordinal) => ordinal < 0 ? default : csv.GetFieldSpan(ordinal);

    public string Require(FieldReader field)
    {
        var reading = field.Read(Text(field.Ordinal));
        if (reading.Code is null)
            Refuse(field.Ordinal, field.Column, reading.Remedy ?? "Nothing stands here: fill it in");
        return reading.Code ?? "";
    }

    public string? Optional(FieldReader? field)
    {
        if (field is null) return null;
        var reading = field.Read(Text(field.Ordinal));
        if (reading.Remedy is { } remedy) Refuse(field.Ordinal, field.Column, remedy);
        return reading.Code;
    }

    public void Refuse(int ordinal, string column, string remedy)
    {
        IsRefused = true;
        errors.Add(line, column, ordinal < 0 ? null : Text(ordinal).ToString(), remedy);
    }
}
