using System.Text.Json.Serialization;
using KpiGrid.Api.Confirmations;

namespace KpiGrid.Api.Explain;

/// <summary>One measurement as recorded; in an explanation with what it gives to the places asked for.</summary>
internal sealed record EntryAnswer
{
    public required string Pilot { get; init; }
    public required string Stream { get; init; }
    public required string Id { get; init; }
    public required string Period { get; init; }
    public required DateOnly First { get; init; }
    public required DateOnly Last { get; init; }
    public required SentAnswer Sent { get; init; }
    public Amount A { get; init; }
    public Amount? B { get; init; }
    public required string Unit { get; init; }

    /// <summary>How the unit sent became the KPI's, such as <c>1000 kg = 1 t</c>; null when they are the
    /// same.</summary>
    public string? Conversion { get; init; }

    public Flag Flag { get; init; }
    public bool Provisional { get; init; }
    public int Revision { get; init; }
    public required string Kind { get; init; }
    public string? Reason { get; init; }
    public required string Author { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required long Sequence { get; init; }
    public required int Definition { get; init; }
    public string? Import { get; init; }
    public IReadOnlyList<string> Evidence { get; init; } = [];
    public string? Note { get; init; }
    public string? OnBehalfOf { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PartAnswer>? Parts { get; init; }

    /// <summary>The key, the control total and who has confirmed it, where it was reported on behalf of participants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BehalfAnswer? Behalf { get; init; }

    public static EntryAnswer Of(SeriesEntry entry, KpiKind kind) => new()
    {
        Pilot = entry.Stream.Pilot.Value,
        Stream = entry.Stream.ToString(),
        Id = entry.Sent.Id.ToString(),
        Period = entry.Sent.Period,
        First = entry.Days.First,
        Last = entry.Days.Last,
        Sent = SentAnswer.Of(entry, kind),
        A = entry.A,
        B = kind.HasParts() ? entry.B : null,
        Unit = entry.Unit,
        Conversion = ConversionOf(entry, kind),
        Flag = entry.Sent.Flag ?? Flag.Measured,
        Provisional = entry.Sent.Provisional,
        Revision = entry.Revision,
        Kind = entry.Kind.ToString().ToLowerInvariant(),
        Reason = entry.Reason,
        Author = entry.Author,
        RecordedAt = entry.RecordedAt,
        Sequence = entry.Sequence,
        Definition = entry.Definition,
        Import = entry.Import,
        Evidence = entry.Sent.Evidence,
        Note = entry.Sent.Note,
        OnBehalfOf = entry.Sent.OnBehalfOf,
    };

    private static string? ConversionOf(SeriesEntry entry, KpiKind kind)
    {
        if (kind.HasParts() || entry.Sent.Unit is not { } text
            || (entry.Sent.Value ?? entry.Sent.Reading) is not { } value)
            return null;
        if (!Units.TryFind(text, out var sent) || sent.Id == entry.Unit) return null;
        // A reading is converted as it stands; what it gives is a difference.
        return entry.Sent.Value is null ? $"{value} {text} in {entry.Unit}"
            : $"{value} {text} = {entry.A} {entry.Unit}";
    }
}

/// <summary>The value as it was sent.</summary>
internal sealed record SentAnswer(
    Amount? Value, string? Unit, Amount? Numerator, Amount? Denominator, Amount? Weight, Amount? Reading, bool Reset,
    string? Silence, Amount? Members)
{
    /// <summary>Members are told by their number, never by what was sent or by their hashes.</summary>
    public static SentAnswer Of(SeriesEntry entry, KpiKind kind)
    {
        var sent = entry.Sent;
        var members = kind == KpiKind.Distinct && sent is { Value: null, Silence: null } ? entry.A : (Amount?)null;
        return new(
            sent.Value, sent.Unit, sent.Numerator, sent.Denominator, sent.Weight, sent.Reading, sent.Reset,
            sent.Silence, members);
    }
}

/// <summary>What one measurement gives to one municipality.</summary>
internal sealed record PartAnswer(string? Municipality, string? Name, string Share, Amount A, Amount? B);
