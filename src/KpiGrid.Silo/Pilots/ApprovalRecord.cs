using System.Text.Json;
using System.Text.Json.Serialization;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Pilots;

/// <summary>
/// The body of a record of type <c>approval</c>: <c>{"act":"approve","id":…,"day":…,"reason":…,"submittedBefore":…,
/// "approvedBefore":…}</c>; the last two say how far things stand after it.
/// </summary>
internal static class ApprovalRecord
{
    public const string Type = "approval";

    public static byte[] Body(ApprovalAct act, Approval now)
    {
        var (submitted, approved) = ApprovalRules.After(act, now);
        return JsonSerializer.SerializeToUtf8Bytes(
            new BodyDocument(act.Kind, act.Id, act.Day, act.Reason, submitted, approved), KpiGridJson.Options);
    }

    public static ApprovalEntry Entry(JournalRecord record)
    {
        var body = JsonSerializer.Deserialize<BodyDocument>(record.Body, KpiGridJson.Options)
            ?? throw new InvalidDataException($"Record {record.Stream}/{record.Sequence} has no body");
        var act = new ApprovalAct
        {
            Id = body.Id, Kind = body.Act, Day = body.Day, Reason = body.Reason, Author = record.Author,
        };
        return new(act, body.SubmittedBefore, body.ApprovedBefore, record.Sequence, record.RecordedAt);
    }

    private sealed record BodyDocument(
        ApprovalKind Act, string Id, DateOnly Day,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
        DateOnly? SubmittedBefore, DateOnly? ApprovedBefore);
}
