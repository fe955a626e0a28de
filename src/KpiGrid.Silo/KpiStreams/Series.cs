using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Pilots;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.KpiStreams;

/// <summary>Every statement about one KPI of a pilot, and the shares over time, in the order of the journal. Pure.</summary>
internal sealed class Series(PilotId pilot, KpiCode kpi)
{
    private readonly List<(long Sequence, DateTimeOffset RecordedAt, PilotFacts Facts)> facts = [];
    private readonly List<ApprovalEntry> approvals = [];
    private readonly List<Confirmation> confirmations = [];
    private readonly List<SeriesStatement> statements = [];

    public long Head { get; private set; }

    public void Take(JournalRecord record)
    {
        Head = record.Sequence;
        if (record.Type == FactsRecord.Type)
            facts.Add((record.Sequence, record.RecordedAt, PilotRecord.Facts(FactsRecord.Entry(record))));
        else if (record.Type == ApprovalRecord.Type) approvals.Add(ApprovalRecord.Entry(record));
        else if (record.Type == ConfirmationRecord.Type)
        {
            if (ConfirmationRecord.Read(record) is var said && said.Act.Kpi == kpi) confirmations.Add(said);
        }
        else
        {
            var import = PilotRecord.Import(record);
            statements.AddRange(PilotRecord.Read(record).Where(entry => entry.Kpi == kpi)
                .Select(entry => new SeriesStatement(entry, record.Sequence, record.RecordedAt, record.Author, import)));
        }
    }

    /// <summary>The last sequence recorded by an instant.</summary>
    public long HeadAt(DateTimeOffset instant) => new[]
    {
        facts.LastOrDefault(entry => entry.RecordedAt <= instant).Sequence,
        approvals.LastOrDefault(entry => entry.RecordedAt <= instant)?.Sequence ?? 0,
        confirmations.LastOrDefault(entry => entry.RecordedAt <= instant)?.Sequence ?? 0,
        statements.LastOrDefault(entry => entry.RecordedAt <= instant)?.Sequence ?? 0,
    }.Max();

    /// <summary>The shares as of a sequence.</summary>
    public ShareTimeline Shares(long head) => new(FactsAt(head)?.Shares ?? []);

    public PilotFacts? FactsAt(long head) => facts.LastOrDefault(entry => entry.Sequence <= head).Facts;

    /// <summary>The last act as of a sequence; null when there was none.</summary>
    public ApprovalEntry? ApprovalAt(long head) => approvals.LastOrDefault(entry => entry.Sequence <= head);

    /// <summary>The newest confirmation or dispute of each participant as of a sequence, by measurement.</summary>
    public ILookup<MeasurementId, Confirmation> Confirmations(long head) => confirmations
        .Where(said => said.Sequence <= head)
        .GroupBy(said => (said.Act.Measurement, said.Act.Municipality), (_, said) => said.Last())
        .OrderBy(said => said.Act.Municipality).ToLookup(said => said.Act.Measurement);

    /// <summary>The statements as of a sequence, each measurement's newest (withdrawn ones left out), or all of them.</summary>
    public IReadOnlyList<SeriesEntry> Entries(long head, bool includeHistory) =>
    [
        .. Known(head)
            .SelectMany(measurement => includeHistory ? measurement.Entries : [measurement.Entries[^1]])
            .Where(entry => includeHistory || !entry.IsWithdrawn)
            .OrderBy(entry => entry.Days.Last).ThenBy(entry => entry.Sent.Id).ThenBy(entry => entry.Revision),
    ];

    /// <summary>What counts as of a sequence.</summary>
    public IReadOnlyList<(MeasurementId Id, Content Content, SeriesEntry Entry)> Counting(long head) =>
    [
        .. Known(head).Where(measurement => measurement.Counts)
            .Select(measurement => (measurement.Id, measurement.Content, measurement.Entries[^1])),
    ];

    private Dictionary<MeasurementId, KnownMeasurement>.ValueCollection Known(long head)
    {
        var known = new Dictionary<MeasurementId, KnownMeasurement>();
        foreach (var statement in statements.TakeWhile(statement => statement.Sequence <= head))
        {
            if (!known.TryGetValue(statement.Entry.Id, out var measurement))
                known.Add(statement.Entry.Id, measurement = new(pilot, statement.Entry.Id));
            measurement.Take(statement);
        }
        return known.Values;
    }
}

/// <summary>A statement and the record it stands in.</summary>
internal sealed record SeriesStatement(
    PilotEntry Entry, long Sequence, DateTimeOffset RecordedAt, string Author, string? Import);

/// <summary>A measurement as its statements follow each other.</summary>
internal sealed class KnownMeasurement(PilotId pilot, MeasurementId id)
{
    private Measurement? sent;
    private Content? content;

    public MeasurementId Id => id;

    public Content Content => content!;

    public bool Counts { get; private set; }

    public List<SeriesEntry> Entries { get; } = [];

    public void Take(SeriesStatement statement)
    {
        var entry = statement.Entry;
        (sent, content) = (entry.Sent ?? sent, entry.Content ?? content);
        Counts = entry.Kind != RevisionKind.Withdrawal;
        Entries.Add(new()
        {
            Stream = content!.Stream(pilot),
            Sent = sent! with { Members = null },
            Days = content.Days,
            A = content.A,
            B = content.B,
            Unit = content.Unit,
            Definition = content.Definition,
            Revision = entry.Revision,
            Kind = entry.Kind,
            Reason = entry.Reason,
            Author = statement.Author,
            RecordedAt = statement.RecordedAt,
            Sequence = statement.Sequence,
            Import = statement.Import,
        });
    }
}
