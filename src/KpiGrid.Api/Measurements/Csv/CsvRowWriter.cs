using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KpiGrid.Api.Measurements.Csv;

/// <summary>Writes a row as the JSON object it stands for; a blank cell is a member that is not there.</summary>
internal sealed class CsvRowWriter(MeasurementField[] columns, NumberStyle numbers)
{
    /// <summary>Parts the entries of a list in one cell.</summary>
    private const char ListSeparator = '|';

    /// <summary>It is read at once by this program alone: escapes would only stand in the way of a number's sign.</summary>
    private static readonly JsonWriterOptions Bare = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the row and answers the fields that have something in them; a number that is none is refused.</summary>
    public List<MeasurementField> Write(ref CsvRows rows, IBufferWriter<byte> bytes, Refusals refusals)
    {
        var given = new List<MeasurementField>(columns.Length);
        using var json = new Utf8JsonWriter(bytes, Bare);
        json.WriteStartObject();
        for (var i = 0; i < columns.Length; i++)
        {
            var text = rows.Text(i);
            if (string.IsNullOrWhiteSpace(text)) continue;
            given.Add(columns[i]);
            Write(json, columns[i], text, refusals);
        }
        json.WriteEndObject();
        return given;
    }

    private void Write(Utf8JsonWriter json, MeasurementField field, string text, Refusals refusals)
    {
        switch (field)
        {
            case MeasurementField.Value or MeasurementField.Numerator or MeasurementField.Denominator
                or MeasurementField.Weight or MeasurementField.Reading:
                WriteNumber(json, field, text, refusals);
                break;
            case MeasurementField.Reset or MeasurementField.Provisional when text is "true" or "false":
                json.WriteBoolean(field.Name(), text == "true");
                break;
            case MeasurementField.Members or MeasurementField.Evidence or MeasurementField.Tags or MeasurementField.Links:
                WriteList(json, field, text);
                break;
            default:
                json.WriteString(field.Name(), text);
                break;
        }
    }

    private void WriteNumber(Utf8JsonWriter json, MeasurementField field, string text, Refusals refusals)
    {
        Span<char> plain = stackalloc char[NumberStyle.LengthMax];
        if (numbers.TryPlain(text, plain, out var length)) json.WriteString(field.Name(), plain[..length]);
        else
            refusals.Add(field.Name(), text, "not-a-number",
                $"Write it like {numbers.Example}, or say how numbers are written: culture=en (1,234.5), da or nl (1.234,5).");
    }

    private static void WriteList(Utf8JsonWriter json, MeasurementField field, string text)
    {
        json.WriteStartArray(field.Name());
        foreach (var entry in text.Split(ListSeparator)) json.WriteStringValue(entry);
        json.WriteEndArray();
    }
}
