using System.Text.Json;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Pilots;

/// <summary>
/// The bodies of a pilot's records of type <c>late</c>, <c>{"late":[{"id":…,"stream":…,"period":…,"due":…}]}</c>, and
/// <c>told</c>, <c>{"told":[id…]}</c>.
/// </summary>
internal static class LateRecord
{
    public const string Type = "late";
    public const string Told = "told";

    public static byte[] Body(IEnumerable<LateMark> marks) => Bytes(new() { Late = [.. marks.Select(MarkDocument.Of)] });

    /// <summary>That the receiver has taken these.</summary>
    public static byte[] ToldBody(IEnumerable<string> ids) => Bytes(new() { Told = [.. ids] });

    public static IEnumerable<LateMark> Read(JournalRecord record)
    {
        var pilot = Streams.Pilot(record.Stream)!.Value;
        return (Document(record).Late ?? []).Select(mark => mark.Mark(pilot, record.RecordedAt));
    }

    public static IEnumerable<string> ReadTold(JournalRecord record) => Document(record).Told ?? [];

    private static byte[] Bytes(BodyDocument body) => JsonSerializer.SerializeToUtf8Bytes(body, EntryDocument.Json);

    private static BodyDocument Document(JournalRecord record) =>
        JsonSerializer.Deserialize<BodyDocument>(record.Body, EntryDocument.Json)
        ?? throw new InvalidDataException($"Record {record.Stream}/{record.Sequence} has no body");

    private sealed record BodyDocument
    {
        public List<MarkDocument>? Late { get; init; }
        public List<string>? Told { get; init; }
    }

    private sealed record MarkDocument
    {
        public required string Id { get; init; }
        public required string Stream { get; init; }
        public required KpiCode Kpi { get; init; }
        public ClassId? Class { get; init; }
        public MunicipalityId? Municipality { get; init; }
        public required string Period { get; init; }
        public required DateOnly Due { get; init; }
        public required IReadOnlyList<MunicipalityId> Municipalities { get; init; }

        public static MarkDocument Of(LateMark mark) => new()
        {
            Id = mark.Id, Stream = mark.Stream.ToString(), Kpi = mark.Stream.Kpi, Class = mark.Stream.Class,
            Municipality = mark.Stream.Municipality, Period = mark.Period.ToString(), Due = mark.Due,
            Municipalities = mark.Municipalities,
        };

        public LateMark Mark(PilotId pilot, DateTimeOffset at) => new()
        {
            Stream = new(pilot, Kpi, Class, Municipality), Period = KpiGrid.Period.Parse(Period), Due = Due,
            Municipalities = Municipalities, MarkedAt = at,
        };
    }
}
