using System.Text.Json;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements;

/// <summary>Reads the value of each field into a draft.</summary>
internal sealed class FieldReader(ApiOptions limits)
{
    /// <summary>An id, a code or a period is no longer than this.</summary>
    private static readonly TextRule Word = new(64);

    private readonly TextRule name = new(limits.NameCharactersMax);
    private readonly TextRule note = new(limits.NoteCharactersMax, Lines: true);
    private readonly TextListRule tags = new(limits.TagsMax, new(limits.NameCharactersMax));
    private readonly TextListRule links = new(limits.TagsMax, new(limits.LinkCharactersMax));
    private readonly TextListRule members = new(limits.MembersMax, new(limits.MemberCharactersMax));

    private delegate bool IdParser<T>(string? text, out T id);

    public void Read(ref Utf8JsonReader json, MeasurementField field, MeasurementDraft draft, Refusals refusals)
    {
        switch (field)
        {
            case <= MeasurementField.Period: ReadAddress(ref json, field, draft, refusals); break;
            case MeasurementField.Value: draft.Value = Amount(ref json, field, refusals); break;
            case MeasurementField.Numerator: draft.Numerator = Amount(ref json, field, refusals); break;
            case MeasurementField.Denominator: draft.Denominator = Amount(ref json, field, refusals); break;
            case MeasurementField.Weight: draft.Weight = Amount(ref json, field, refusals); break;
            case MeasurementField.Reading: draft.Reading = Amount(ref json, field, refusals); break;
            case MeasurementField.Reset: draft.Reset = Bool(ref json, "reset", refusals); break;
            case MeasurementField.Provisional: draft.Provisional = Bool(ref json, "provisional", refusals); break;
            case MeasurementField.Members: draft.Members = members.Read(ref json, "members", refusals); break;
            case MeasurementField.Evidence: draft.Evidence = links.Read(ref json, "evidence", refusals) ?? []; break;
            case MeasurementField.Tags: draft.Tags = tags.Read(ref json, "tags", refusals) ?? []; break;
            case MeasurementField.Links: draft.Links = links.Read(ref json, "links", refusals) ?? []; break;
            case >= MeasurementField.Revision: ReadStatement(ref json, field, draft, refusals); break;
            default: ReadText(ref json, field, draft, refusals); break;
        }
    }

    private static void ReadAddress(
        ref Utf8JsonReader json, MeasurementField field, MeasurementDraft draft, Refusals refusals)
    {
        switch (field)
        {
            case MeasurementField.Id:
                draft.Id = Id<MeasurementId>(
                    ref json, "id", MeasurementId.TryParse, "1 to 64 printable ASCII characters", refusals);
                break;
            case MeasurementField.Kpi:
                draft.Kpi = Id<KpiCode>(
                    ref json, "kpi", KpiCode.TryParse, "a KPI code: A-Z, 0-9 and -, at most 32", refusals);
                break;
            case MeasurementField.Class:
                draft.Class = Id<ClassId>(
                    ref json, "class", ClassId.TryParse, "a class: a-z, 0-9 and -, at most 48", refusals);
                break;
            case MeasurementField.Municipality:
                draft.Municipality = Id<MunicipalityId>(
                    ref json, "municipality", MunicipalityId.TryParse, "a municipality such as DK-0657", refusals);
                break;
            default:
                draft.Period = Word.Read(ref json, "period", refusals) ?? "";
                break;
        }
    }

    private void ReadText(ref Utf8JsonReader json, MeasurementField field, MeasurementDraft draft, Refusals refusals)
    {
        switch (field)
        {
            case MeasurementField.Unit: draft.Unit = Word.Read(ref json, "unit", refusals); break;
            case MeasurementField.Flag: draft.Flag = ReadFlag(ref json, refusals); break;
            case MeasurementField.Note: draft.Note = OrNull(note.Read(ref json, "note", refusals)); break;
            case MeasurementField.OnBehalfOf:
                draft.OnBehalfOf = OrNull(name.Read(ref json, "onBehalfOf", refusals));
                break;
            default: draft.Silence = Word.Read(ref json, "silence", refusals); break;
        }
    }

    private void ReadStatement(
        ref Utf8JsonReader json, MeasurementField field, MeasurementDraft draft, Refusals refusals)
    {
        switch (field)
        {
            case MeasurementField.Revision: draft.Revision = ReadRevision(ref json, refusals); break;
            case MeasurementField.Kind: draft.Kind = ReadKind(ref json, refusals); break;
            default: draft.Reason = ReadReason(ref json, refusals); break;
        }
    }

    private static T Id<T>(
        ref Utf8JsonReader json, string field, IdParser<T> tryParse, string wanted, Refusals refusals)
        where T : struct
    {
        if (Word.Read(ref json, field, refusals) is not { } text) return default;
        if (!tryParse(text, out var id)) refusals.Add(field, text, $"{field}-unreadable", $"Send {wanted}.");
        return id;
    }

    private static Amount? Amount(ref Utf8JsonReader json, MeasurementField field, Refusals refusals) =>
        AmountReader.Read(ref json, field.Name(), refusals);

    private static bool Bool(ref Utf8JsonReader json, string field, Refusals refusals)
    {
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False) return json.GetBoolean();
        refusals.WrongType(ref json, field, "true or false");
        return false;
    }

    private static Flag? ReadFlag(ref Utf8JsonReader json, Refusals refusals)
    {
        if (Word.Read(ref json, "flag", refusals) is not { } text) return null;
        if (Flags.TryParse(text, out var flag)) return flag;
        var known = string.Join(", ", Enum.GetValues<Flag>().Select(each => each.Text()));
        refusals.Add("flag", text, "flag-unknown", $"One of: {known}.");
        return null;
    }

    private static int ReadRevision(ref Utf8JsonReader json, Refusals refusals)
    {
        if (json.TokenType != JsonTokenType.Number)
        {
            refusals.WrongType(ref json, "revision", "a whole number");
            return 0;
        }
        if (json.TryGetInt32(out var revision) && revision >= 2) return revision;
        refusals.Add("revision", null, "revision-out-of-range", "Send a whole number: 2 for the first correction.");
        return 0;
    }

    private static RevisionKind ReadKind(ref Utf8JsonReader json, Refusals refusals)
    {
        if (Word.Read(ref json, "kind", refusals) is not { } text) return RevisionKind.Initial;
        if (!RevisionKinds.TryParse(text, out var kind))
            refusals.Add("kind", text, "kind-unknown", $"One of: {string.Join(", ", RevisionKinds.Names)}.");
        return kind;
    }

    private string ReadReason(ref Utf8JsonReader json, Refusals refusals)
    {
        if (note.Read(ref json, "reason", refusals) is not { } text) return "";
        if (string.IsNullOrWhiteSpace(text)) refusals.Add("reason", null, "reason-required", "Say why in a sentence.");
        return text;
    }

    /// <summary>A form sends an empty text for what was not filled in.</summary>
    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
