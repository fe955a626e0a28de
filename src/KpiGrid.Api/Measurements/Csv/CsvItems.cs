using System.Buffers;
using System.Text.Json;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements.Csv;

/// <summary>Reads a table of measurements: each row becomes the object it stands for, and is read as one.</summary>
internal sealed class CsvItems(ApiOptions limits, CsvForm form, ItemReader<Measurement> read)
{
    private static readonly MeasurementField[] Values =
    [
        MeasurementField.Value, MeasurementField.Numerator, MeasurementField.Denominator, MeasurementField.Weight,
        MeasurementField.Members, MeasurementField.Reading, MeasurementField.Silence,
    ];

    private readonly ArrayBufferWriter<byte> row = new(1_024);
    private readonly List<long> lines = [];

    public Reading<Measurement> Read(ReadOnlySpan<byte> body, Items<Measurement> items)
    {
        if (JsonText.Check(ref body, "csv", "a header row and rows") is { } unreadable) return Reading<Measurement>.Broken(unreadable);
        ErrorItem? error = null;
        if ((form.Separator ?? CsvHeader.Separator(body, out error)) is not { } separator)
            return Reading<Measurement>.Broken(error!);
        var rows = new CsvRows(body, separator);
        if (CsvHeader.Read(ref rows, out error) is not { } columns) return Reading<Measurement>.Broken(error!);
        var writer = new CsvRowWriter(columns, form.Numbers(separator));
        while (rows.Next(columns.Length) && items.IsWanted())
        {
            lines.Add(rows.Line);
            items.Next(ReadRow(ref rows, columns, writer, items.Refusals));
        }
        return rows.Broken is { } broken
            ? Reading<Measurement>.Broken(broken)
            : items.Reading(place => lines[place]);
    }

    private Measurement? ReadRow(
        ref CsvRows rows, MeasurementField[] columns, CsvRowWriter writer, Refusals refusals)
    {
        if (rows.Count != columns.Length)
        {
            refusals.Add("", $"{rows.Count} cells", "cells-differ",
                $"The header names {columns.Length} columns: quote a cell that holds the separator.");
            return null;
        }
        var before = refusals.Count;
        row.ResetWrittenCount();
        if (!writer.Write(ref rows, row, refusals).Any(Values.Contains))
            refusals.Add("value", null, "value-required", "Send a value, or a reason for its silence.");
        var json = new Utf8JsonReader(row.WrittenSpan, new JsonReaderOptions { MaxDepth = limits.JsonDepthMax });
        json.Read();
        var item = read(ref json, refusals);
        return refusals.Count == before ? item : null;
    }
}
