using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>What a pilot's journal stream comes to. Pure: the same records give the same state, on the write path and on replay.</summary>
internal sealed class PilotState(PilotId pilot)
{
    private readonly Dictionary<(KpiCode, MeasurementId), MeasurementState> measurements = [];
    private readonly Dictionary<FamilyId, Family> families = [];
    private readonly Dictionary<MunicipalityId, CellTable> allocated = [];
    private readonly Dictionary<FamilyId, IReadOnlyList<MeetingDay>> meetings = [];
    private readonly HashSet<MunicipalityId> municipalities = [];
    private readonly Dictionary<KpiCode, int> onBehalf = [];
    private HashSet<KpiCode> confidential = [];

    public JournalHead Head { get; private set; } = JournalHead.Empty(Streams.Of(pilot));

    public RegistryEntry? Entry { get; private set; }

    public FactsTrail Trail { get; } = new();

    public LateMarks Marks { get; } = new();

    public Confirmations Confirmations { get; } = new();

    public PilotFacts? Facts { get; private set; }

    /// <summary>How far its periods are submitted, approved and closed.</summary>
    public Approval Approval { get; private set; } = new();

    public ShareTimeline Shares { get; private set; } = new([]);

    /// <summary>The pilot's own cells: what counts, once, whoever gets it.</summary>
    public CellTable Total { get; } = new();

    /// <summary>Every municipality that ever had a share.</summary>
    public IReadOnlyCollection<MunicipalityId> Municipalities => municipalities;

    public IReadOnlyDictionary<FamilyId, Family> Families => families;

    public int MeasurementCount => measurements.Count;

    public IEnumerable<Content> Contents => measurements.Values.Where(state => state.Counts).Select(state => state.Now);

    /// <summary>The KPIs of which something counts that was reported on behalf of participants.</summary>
    public IEnumerable<KpiCode> OnBehalf => onBehalf.Where(pair => pair.Value > 0).Select(pair => pair.Key);

    /// <summary>What counts of a family.</summary>
    public IEnumerable<(MeasurementId Id, Content Content)> Counting(FamilyId family) => measurements
        .Where(pair => pair.Value.Counts && pair.Value.Now.Family == family).Select(pair => (pair.Key.Item2, pair.Value.Now));

    public MeasurementState? Measurement(KpiCode kpi, MeasurementId id) => measurements.GetValueOrDefault((kpi, id));

    /// <summary>By which rules whole figures and participants' own were settled, by day.</summary>
    public IReadOnlyList<MeetingDay> Meetings(FamilyId family) => meetings.GetValueOrDefault(family, []);

    /// <summary>What a municipality was allocated.</summary>
    public CellTable? Allocated(MunicipalityId municipality) => allocated.GetValueOrDefault(municipality);

    /// <summary>Takes in the next record and says what it changed.</summary>
    /// <param name="record">The record.</param>
    /// <param name="entries">What its body says, where the caller has just written it; else it is read.</param>
    /// <param name="moves">Keeps what the cells held before it.</param>
    public PilotChanges Apply(
        JournalRecord record, IReadOnlyList<PilotEntry>? entries = null, CellMoves? moves = null)
    {
        var changes = new PilotChanges { Moves = moves };
        TakeIn(record, entries, changes);
        foreach (var (family, touched) in changes.Touched().ToList()) Settle(family, touched, changes);
        return changes;
    }

    /// <summary>Takes in many records at once: every family is settled a single time, at the end.</summary>
    public void Replay(IReadOnlyList<JournalRecord> records)
    {
        var changes = new PilotChanges();
        foreach (var record in records) TakeIn(record, null, changes);
        foreach (var family in families.Values) Settle(family, [Pilots.Touched.Everything], changes);
    }

    /// <summary>Takes a snapshot's state, before the records after it.</summary>
    public void Restore(PilotSnapshot snapshot, DateTimeOffset recordedAt)
    {
        municipalities.UnionWith(snapshot.Municipalities);
        Entry = snapshot.Entry;
        foreach (var change in snapshot.Facts) Trail.Add(change);
        Marks.Add(snapshot.Marks);
        if (Entry is not null) SetFacts(PilotRecord.Facts(Entry));
        foreach (var entry in snapshot.Approvals) SetApproval(entry);
        foreach (var said in snapshot.Confirmations) Confirmations.Add(said);
        var changes = new PilotChanges();
        foreach (var kept in snapshot.Measurements)
        {
            var measurement = new MeasurementState(kept.Initial, kept.Sequence);
            foreach (var later in kept.Later)
                measurement.Revise(later.Kind, later.Content, later.Digest, later.AsSent, later.Sequence);
            measurements.Add((kept.Kpi, kept.Id), measurement);
            if (measurement.Counts) Put(kept.Id, measurement.Now, +1, changes);
            else FamilyOf(measurement.Now);
        }
        Head = new(Head.Stream, snapshot.Sequence, snapshot.Hash, recordedAt);
    }

    /// <summary>The state as a snapshot.</summary>
    public PilotSnapshot Snapshot(long epoch) => new()
    {
        CodeVersion = PilotSnapshot.CodeVersionNow,
        Epoch = epoch,
        Sequence = Head.Sequence,
        Hash = Head.Hash,
        Entry = Entry,
        Municipalities = [.. municipalities],
        Facts = [.. Trail.Changes],
        Marks = [.. Marks.All],
        Approvals = [.. Approval.Acts],
        Confirmations = [.. Confirmations.All],
        Measurements =
        [
            .. measurements.Select(pair => new MeasurementSnapshot(
                pair.Key.Item1, pair.Key.Item2, pair.Value.Initial, pair.Value.Sequence, [.. pair.Value.Later])),
        ],
    };

    /// <summary>Takes facts, the last act and counting measurements as they stood at some time, to read that time's cells.</summary>
    /// <param name="facts">The facts of that time.</param>
    /// <param name="approval">The last act of that time.</param>
    /// <param name="counting">What counted.</param>
    /// <param name="today">The facts of today: what is confidential now is not told of the past.</param>
    public void Restore(
        PilotFacts? facts, ApprovalEntry? approval,
        IEnumerable<(KpiCode Kpi, MeasurementId Id, Content Content)> counting, PilotFacts? today)
    {
        var changes = new PilotChanges();
        if (facts is not null) SetFacts(facts);
        if (approval is not null) SetApproval(approval);
        confidential = [.. today?.Confidential ?? []];
        foreach (var (kpi, id, content) in counting)
        {
            measurements.Add((kpi, id), new(content, 0));
            Put(id, content, +1, changes);
        }
        foreach (var family in families.Values) Settle(family, [Pilots.Touched.Everything], changes);
    }

    private void SetFacts(PilotFacts facts)
    {
        Facts = facts;
        Shares = new(facts.Shares);
        confidential = [.. facts.Confidential];
        municipalities.UnionWith(Shares.Municipalities);
        Approval = Approval with { Levels = facts.ApprovalLevels ?? 0, ClosedBefore = facts.ClosedBefore };
    }

    private void SetApproval(ApprovalEntry entry) => Approval = Approval with
    {
        SubmittedBefore = entry.SubmittedBefore, ApprovedBefore = entry.ApprovedBefore, Acts = [.. Approval.Acts, entry],
    };

    private void TakeIn(JournalRecord record, IReadOnlyList<PilotEntry>? entries, PilotChanges changes)
    {
        if (record.Type == FactsRecord.Type) ApplyFacts(FactsRecord.Entry(record), changes);
        else if (record.Type == ApprovalRecord.Type) ApplyApproval(ApprovalRecord.Entry(record), changes);
        else if (record.Type == ConfirmationRecord.Type) Confirmations.Add(ConfirmationRecord.Read(record));
        else if (record.Type == LateRecord.Type) Marks.Add(LateRecord.Read(record));
        else if (record.Type == LateRecord.Told) Marks.Tell(LateRecord.ReadTold(record), record.RecordedAt);
        else ApplyEntries(entries ?? [.. PilotRecord.Read(record)], record, changes);
        Head = record.Head;
    }

    private void ApplyEntries(IReadOnlyList<PilotEntry> entries, JournalRecord record, PilotChanges changes)
    {
        foreach (var entry in entries) ApplyEntry(entry, record.Sequence, changes);
        Marks.Look(entries, record.RecordedAt, IsReported);
    }

    private bool IsReported(KpiStreamId stream, Period period)
    {
        var family = families.GetValueOrDefault(new(stream.Kpi, stream.Class));
        return family?.Stream(stream.Municipality) is { } figures && new Duty
        {
            Stream = stream, Standing = family.Kind.IsStanding(), Expected = [], Reported = ReportedRuns.Of(figures.Reported()),
        }.IsReported(period.Range);
    }

    private void ApplyFacts(RegistryEntry entry, PilotChanges changes)
    {
        Entry = entry;
        Trail.Add(entry);
        SetFacts(PilotRecord.Facts(entry));
        changes.Duties = true;
        foreach (var family in families.Values) changes.Touch(family, Pilots.Touched.Everything);
    }

    private void ApplyApproval(ApprovalEntry entry, PilotChanges changes)
    {
        SetApproval(entry);
        changes.Duties = true;
    }

    private void ApplyEntry(PilotEntry entry, long sequence, PilotChanges changes)
    {
        if (!measurements.TryGetValue((entry.Kpi, entry.Id), out var state))
            measurements.Add((entry.Content!.Family.Kpi, entry.Id), state = new(entry.Content!, sequence));
        else
        {
            if (state.Counts) Put(entry.Id, state.Now, -1, changes);
            state.Revise(entry.Kind, entry.Content, entry.Digest, entry.AsSent, sequence);
        }
        if (state.Counts) Put(entry.Id, state.Now, +1, changes);
    }

    private void Put(MeasurementId id, Content content, int times, PilotChanges changes)
    {
        var family = FamilyOf(content);
        if (content.IsOnBehalf) onBehalf[content.Family.Kpi] = onBehalf.GetValueOrDefault(content.Family.Kpi) + times;
        changes.Touch(family, family.Put(id, content, times));
    }

    private Family FamilyOf(Content content)
    {
        if (!families.TryGetValue(content.Family, out var family))
            families.Add(content.Family, family = new(pilot, content.Family, content.Kind));
        return family;
    }

    private void Settle(Family family, IReadOnlyList<Touched> touched, PilotChanges changes)
    {
        var plain = touched.All(part => part.Keys is not null);
        if (plain) foreach (var figure in touched.SelectMany(part => family.Settle(part, Shares)))
            Set(figure.Figure.Key with { Confidential = confidential.Contains(family.Id.Kpi) }, figure, changes);
        else Replace(family, FamilyCells.Of(family, Shares, confidential.Contains(family.Id.Kpi)), changes);
    }

    /// <summary>One cell settled by itself: what it counts and what it gives stands under its own key.</summary>
    private void Set(CellKey key, SettledFigure figure, PilotChanges changes)
    {
        var own = figure.Figure.Owner is null ? CellValue.None : OwnBeside(key, figure);
        SetTotal(new(key, figure.Counted + own), changes);
        foreach (var part in figure.Parts) SetAllocated(part.Municipality, new(key, part.Value), changes);
    }

    /// <summary>In a family of participants only, several may have a cell of one key; the pilot's own is their sum.</summary>
    private CellValue OwnBeside(CellKey key, SettledFigure figure) =>
        allocated.Where(pair => pair.Key != figure.Figure.Owner)
            .Aggregate(CellValue.None, (sum, pair) => sum + pair.Value.Get(key));

    private void Replace(Family family, FamilyCells cells, PilotChanges changes)
    {
        if (cells.Meetings.Values.All(rules => rules == KpiGrid.Meetings.None)) meetings.Remove(family.Id);
        else meetings[family.Id] = [.. cells.Meetings.Select(pair => new MeetingDay(pair.Key, pair.Value))];
        foreach (var gone in Of(Total, family).Where(cell => !cells.Total.ContainsKey(cell.Key)).ToList())
            SetTotal(gone with { Value = CellValue.None }, changes);
        foreach (var (key, value) in cells.Total) SetTotal(new(key, value), changes);
        foreach (var (municipality, table) in allocated)
            foreach (var gone in Of(table, family).Where(cell => !cells.Has(municipality, cell.Key)).ToList())
                SetAllocated(municipality, gone with { Value = CellValue.None }, changes);
        foreach (var (municipality, parts) in cells.Parts)
            foreach (var (key, value) in parts) SetAllocated(municipality, new(key, value), changes);
    }

    private void SetTotal(Cell cell, PilotChanges changes)
    {
        changes.Moves?.Note(null, cell.Key, Total.Get(cell.Key));
        Total.Set(cell);
    }

    private void SetAllocated(MunicipalityId municipality, Cell cell, PilotChanges changes)
    {
        if (!allocated.TryGetValue(municipality, out var table)) allocated.Add(municipality, table = new());
        var before = table.Get(cell.Key);
        if (before == cell.Value) return;
        changes.Moves?.Note(municipality, cell.Key, before);
        table.Set(cell);
        changes.Changed(municipality, cell.Key);
    }

    /// <summary>A score's cells are of many classes, its stream of none.</summary>
    private static IEnumerable<Cell> Of(CellTable table, Family family) => (table.Of(family.Id.Kpi)?.All ?? [])
        .Where(cell => family.Kind == KpiKind.Score || cell.Key.Class == family.Id.Class);
}
