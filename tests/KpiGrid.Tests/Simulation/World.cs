using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Tests.Simulation;

/// <summary>Everything that one seed runs in.</summary>
internal sealed class World
{
    public World(ulong seed, Teeth teeth, bool isTold)
    {
        (Chance, Teeth) = (new(seed), teeth);
        Turns = new(Chance);
        Story = new(Turns, isTold);
        Faults = new(Chance);
        Store = new(Turns, Chance, Faults, Story) { Unfenced = teeth.NoFence, KeepsEpoch = teeth.NoNewEpoch };
        Snapshots = new(Chance, Faults, Store);
        Directory = new(Chance, Story);
        Register = new(Chance);
        Network = new(Turns, Chance, Faults, Story, Directory);
        Directory.References = new(Network);
        WriteFirstRecords();
        Directory.Silos.AddRange([new(this, "silo-1"), new(this, "silo-2")]);
        Directory.Silos.ForEach(silo => silo.Start());
    }

    public Chance Chance { get; }

    public Teeth Teeth { get; }

    public Turns Turns { get; }

    public Story Story { get; }

    public Faults Faults { get; }

    public Store Store { get; }

    public Snapshots Snapshots { get; }

    public Directory Directory { get; }

    public Network Network { get; }

    public Register Register { get; }

    public Acknowledged Acknowledged { get; } = new();

    public Watch Watch { get; } = new();

    /// <summary>A silo that is gone comes back with nothing in its memory.</summary>
    public void Replace(Silo silo)
    {
        silo.Kill();
        var next = new Silo(this, $"{silo}'");
        Directory.Silos[Directory.Silos.IndexOf(silo)] = next;
        next.Start();
    }

    private void WriteFirstRecords()
    {
        var facts = new RandomFacts(Chance, Register);
        foreach (var (code, kpi) in Places.Kpis) Write($"kpi/{code}", RandomFacts.Bytes(kpi), []);
        foreach (var code in Register.Codes) Write($"municipality/{code}", RandomFacts.Bytes(Register.Facts(code)), []);
        foreach (var region in Places.Regions) Write($"region/{region}", RandomFacts.Bytes(facts.Region(region)), []);
        foreach (var pilot in Places.Pilots)
        {
            var pilotFacts = facts.Pilot(pilot);
            Write($"pilot/{pilot}", RandomFacts.Bytes(pilotFacts),
                [.. pilotFacts.Shares.Select(share => share.Municipality).Distinct()]);
        }
    }

    private void Write(string stream, byte[] facts, IReadOnlyList<MunicipalityId> places) => Records.Append(
        Store.Journal,
        JournalRecord.After(JournalHead.Empty(stream), new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "founder",
            FactsRecord.Type, FactsRecord.Body(facts, null)),
        places);
}
