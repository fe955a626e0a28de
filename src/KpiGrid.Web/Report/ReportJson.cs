using System.Buffers;
using System.Text.Json;
using KpiGrid.Api.Measurements;

namespace KpiGrid.Web.Report;

/// <summary>Writes a filled-in form as the measurement or correction it stands for, to be read by the rules of the API.</summary>
internal static class ReportJson
{
    public static ReadOnlySpan<byte> Of(ReportEntry entry, ReportNumbers numbers, KpiStreamId stream, IReadOnlyList<MeasurementField> fields)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        Write(json, MeasurementField.Id, entry.Id);
        Write(json, MeasurementField.Kpi, stream.Kpi.Value);
        if (entry.IsCorrection) WriteStatement(json, entry);
        if (entry.Kind != RevisionKinds.Text(RevisionKind.Withdrawal)) WriteContent(json, entry, numbers, stream, fields);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan;
    }

    private static void WriteStatement(Utf8JsonWriter json, ReportEntry entry)
    {
        json.WritePropertyName(MeasurementField.Revision.Name());
        json.WriteNumberValue(int.TryParse(entry.Revision, out var revision) ? revision : 0);
        Write(json, MeasurementField.Kind, entry.Kind);
        Write(json, MeasurementField.Reason, entry.Reason);
    }

    private static void WriteContent(
        Utf8JsonWriter json, ReportEntry entry, ReportNumbers numbers, KpiStreamId stream, IReadOnlyList<MeasurementField> fields)
    {
        Write(json, MeasurementField.Class, stream.Class?.Value);
        Write(json, MeasurementField.Municipality, stream.Municipality?.Value);
        Write(json, MeasurementField.Period, entry.PeriodMeant);
        foreach (var field in fields) Write(json, field, numbers.At(field)?.ToString());
        Write(json, MeasurementField.Silence, entry.Silence);
        Write(json, MeasurementField.Unit, entry.Unit);
        WriteList(json, MeasurementField.Members, entry.Members);
        Write(json, MeasurementField.Flag, entry.Flag);
        if (entry.IsProvisional) json.WriteBoolean(MeasurementField.Provisional.Name(), true);
        Write(json, MeasurementField.Note, entry.Note);
        WriteList(json, MeasurementField.Evidence, entry.Evidence);
        Write(json, MeasurementField.OnBehalfOf, entry.OnBehalfOf);
    }

    /// <summary>An empty field of a form is one that was not filled in.</summary>
    private static void Write(Utf8JsonWriter json, MeasurementField field, string? text)
    {
        if (!string.IsNullOrEmpty(text)) json.WriteString(field.Name(), text);
    }

    /// <summary>One entry a line.</summary>
    private static void WriteList(Utf8JsonWriter json, MeasurementField field, string lines)
    {
        var entries = lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (entries.Length == 0) return;
        json.WriteStartArray(field.Name());
        foreach (var entry in entries) json.WriteStringValue(entry);
        json.WriteEndArray();
    }
}
