using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Pilots;

namespace KpiGrid.Tests.Simulation;

/// <summary>The snapshots of all pilots: every one ever written, so that an old one can come back, and others never written.</summary>
internal sealed class Snapshots(Chance chance, Faults faults, Store store)
{
    private readonly Dictionary<string, List<PilotSnapshot>> written = new(StringComparer.Ordinal);

    public IPersistentState<PilotSnapshot> Of(string pilot) => new Stored(this, pilot, Choose(pilot));

    private PilotSnapshot? Choose(string pilot)
    {
        var all = written.GetValueOrDefault(pilot, []);
        if (!faults.Happens(faults.Stale)) return all.LastOrDefault();
        return chance.Below(3) switch
        {
            0 when all.Count > 0 => chance.Pick(all),
            1 => null,
            _ => OtherHistory(pilot),
        };
    }

    /// <summary>A state that some journal of this pilot could have come to, but one that this store does not hold.</summary>
    private PilotSnapshot? OtherHistory(string pilot)
    {
        var state = new PilotState(PilotId.Parse(pilot));
        var records = Records.Of(store.Journal, Streams.Of(PilotId.Parse(pilot)));
        var kept = chance.Between(0, records.Count);
        foreach (var record in records.Take(kept)) state.Apply(record);
        if (state.Facts is null) return null;
        for (var left = chance.Between(1, 3); left > 0; left--)
            state.Apply(Phantom(state.Head, left));
        return state.Snapshot(store.Epoch);
    }

    private static JournalRecord Phantom(JournalHead head, int number) =>
        JournalRecord.After(head, head.RecordedAt, "phantom", "push", System.Text.Encoding.UTF8.GetBytes($$$"""
            {"kpis":{"FLOW":{"definition":1,"series":1,"kind":"flow","unit":"t"}},"measurements":[
            {"first":"2026-01-10","last":"2026-01-10","a":777,"id":"phantom-{{{number}}}","kpi":"FLOW",
            "period":"2026-01-10","value":777,"unit":"t"}]}
            """));

    private sealed class Stored(Snapshots snapshots, string pilot, PilotSnapshot? read) : IPersistentState<PilotSnapshot>
    {
        public PilotSnapshot State { get; set; } = read ?? new();

        public string Etag => "";

        public bool RecordExists => read is not null;

        public Task WriteStateAsync()
        {
            if (!snapshots.written.TryGetValue(pilot, out var all)) snapshots.written.Add(pilot, all = []);
            all.Add(State);
            return Task.CompletedTask;
        }

        public Task ClearStateAsync() => throw new NotSupportedException();

        public Task ReadStateAsync() => throw new NotSupportedException();
    }
}
