using System.Text.Json;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Pilots;

/// <summary>The body of a pilot's record of type <c>late</c>: <c>{"kpis":{},"late":[{"stream":…,"period":…,"due":…}]}</c>.</summary>
/// <remarks>An entry also has what the stream is made of. That <c>kpis</c> is there lets silos of a version before this one read on.</remarks>
internal static class LateRecord
{
    public const string Type = "late";

    public static byte[] Body(IEnumerable<LateMark> marks) => JsonSerializer.SerializeToUtf8Bytes(
        new BodyDocument { Kpis = [], Late = [.. marks.Select(MarkDocument.Of)] }, EntryDocument.Json);

    public static IEnumerable<LateMark> Read(JournalRecord record)
    {
        var pilot = Streams.Pilot(record.Stream)!.Value;
        var body = JsonSerializer.Deserialize<BodyDocument>(record.Body, EntryDocument.Json)
            ?? throw new InvalidDataException($"Record {record.Stream}/{record.Sequence} has no body");
        return body.Late.Select(mark => mark.Mark(pilot, record.RecordedAt));
    }

    private sealed record BodyDocument
    {
        public required Dictionary<string, KpiDocument> Kpis { get; init; }
        public required List<MarkDocument> Late { get; init; }
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
