using System.Text.Json;
using System.Text.Json.Serialization;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Pilots;

/// <summary>
/// The body of a record of type <c>confirmation</c>: <c>{"act":"dispute","id":…,"municipality":…,"kpi":…,"measurement":…,
/// "revision":…,"reason":…,"a":…,"b":…,"unit":…}</c>; the last three say what the participant's part came to then.
/// </summary>
internal static class ConfirmationRecord
{
    public const string Type = "confirmation";

    public static byte[] Body(ConfirmationAct act, MemberPart part) => JsonSerializer.SerializeToUtf8Bytes(
        new BodyDocument(act.Kind, act.Id, act.Municipality, act.Kpi, act.Measurement, act.Revision, act.Reason,
            part.A, part.B, part.Unit), KpiGridJson.Options);

    public static Confirmation Read(JournalRecord record)
    {
        var body = JsonSerializer.Deserialize<BodyDocument>(record.Body, KpiGridJson.Options)
            ?? throw new InvalidDataException($"Record {record.Stream}/{record.Sequence} has no body");
        var act = new ConfirmationAct
        {
            Id = body.Id, Kind = body.Act, Municipality = body.Municipality, Kpi = body.Kpi, Measurement = body.Measurement,
            Revision = body.Revision, Reason = body.Reason, Author = record.Author,
        };
        return new(act, body.A, body.B, body.Unit, record.Sequence, record.RecordedAt);
    }

    private sealed record BodyDocument(
        ConfirmationKind Act, string Id, MunicipalityId Municipality, KpiCode Kpi, MeasurementId Measurement, int Revision,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason, Amount A, Amount B, string Unit);
}
