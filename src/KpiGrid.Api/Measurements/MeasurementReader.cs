using System.Text;
using System.Text.Json;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements.Csv;

namespace KpiGrid.Api.Measurements;

/// <summary>Reads measurements and corrections; strict, and exact in every number.</summary>
/// <param name="limits">The limits.</param>
/// <param name="partial">Whether the good items will do: then each of the others is told why not.</param>
internal sealed class MeasurementReader(ApiOptions limits, bool partial = false)
{
    private readonly FieldReader fields = new(limits);

    public Reading<Measurement> Measurements(ReadOnlySpan<byte> body) =>
        JsonItems.Read(body, limits, new Items<Measurement>(limits, partial), ReadMeasurement);

    public Reading<Measurement> MeasurementLines(ReadOnlySpan<byte> body) =>
        JsonLines.Read(body, limits, new Items<Measurement>(limits, partial), ReadMeasurement);

    public Reading<Measurement> MeasurementRows(ReadOnlySpan<byte> body, CsvForm form) =>
        new CsvItems(limits, form, ReadMeasurement).Read(body, new(limits, partial));

    public Reading<Correction> Corrections(ReadOnlySpan<byte> body) =>
        JsonItems.Read(body, limits, new Items<Correction>(limits, partial: false), ReadCorrection);

    public Reading<Correction> CorrectionLines(ReadOnlySpan<byte> body) =>
        JsonLines.Read(body, limits, new Items<Correction>(limits, partial: false), ReadCorrection);

    private Measurement? ReadMeasurement(ref Utf8JsonReader json, Refusals refusals)
    {
        var before = refusals.Count;
        var draft = ReadDraft(ref json, refusals, ofCorrection: false);
        ItemRules.Measurement(draft, refusals);
        return refusals.Count == before && !refusals.Full ? draft.ToMeasurement() : null;
    }

    private Correction? ReadCorrection(ref Utf8JsonReader json, Refusals refusals)
    {
        var before = refusals.Count;
        var draft = ReadDraft(ref json, refusals, ofCorrection: true);
        ItemRules.Correction(draft, refusals);
        var good = refusals.Count == before && !refusals.Full;
        return good ? draft.ToCorrection(ItemRules.TakesContent(draft.Kind)) : null;
    }

    private MeasurementDraft ReadDraft(ref Utf8JsonReader json, Refusals refusals, bool ofCorrection)
    {
        var draft = new MeasurementDraft();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = Find(ref json, out var name);
            json.Read();
            if (field is not { } known || (known.OfCorrection() && !ofCorrection))
            {
                refusals.Add(name ?? field!.Value.Name(), null, "field-unknown", "Leave it out, or correct its name.");
                json.Skip();
            }
            else ReadField(ref json, known, draft, refusals);
        }
        return draft;
    }

    private void ReadField(ref Utf8JsonReader json, MeasurementField field, MeasurementDraft draft, Refusals refusals)
    {
        if (!draft.See(field))
        {
            refusals.Add(field.Name(), null, "field-doubled", "Send it once.");
            json.Skip();
        }
        else if (json.TokenType != JsonTokenType.Null)
        {
            draft.Give(field);
            fields.Read(ref json, field, draft, refusals);
        }
    }

    /// <summary>The field of a property name, or the name as sent when there is none.</summary>
    private static MeasurementField? Find(ref Utf8JsonReader json, out string? name)
    {
        name = null;
        if (!json.ValueIsEscaped && MeasurementFields.Find(json.ValueSpan) is { } plain) return plain;
        name = WholeText.Of(ref json) ?? "";
        return json.ValueIsEscaped ? MeasurementFields.Find(Encoding.UTF8.GetBytes(name)) : null;
    }
}
