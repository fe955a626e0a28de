using KpiGrid.Silo.Journal;

namespace KpiGrid.Tests.Simulation;

/// <summary>Trouble with processes: activations lost, moved and doubled, silos gone, clocks set wrong, a store restored.</summary>
internal sealed class Upheaval(World world)
{
    private readonly Chance chance = world.Chance;

    /// <summary>Whether any grain ever had two activations, or the store was restored: then an answer need not contain what settled.</summary>
    public bool EverSplit { get; private set; }

    public void Happen()
    {
        if (world.Faults.Happens(world.Faults.WrongClock)) SetClock(chance.Pick(world.Directory.Silos));
        if (!world.Faults.Happens(world.Faults.Upheaval)) return;
        var activations = world.Directory.All.ToList();
        if (activations.Count == 0) return;
        var activation = chance.Pick(activations);
        switch (chance.Below(20))
        {
            case < 5:
                world.Story.Tell($"{activation} is lost");
                activation.Lose();
                break;
            case < 9:
                world.Story.Tell($"{activation} moves");
                activation.Leave();
                break;
            case < 15:
                EverSplit = true;
                world.Directory.Place(activation.GrainId);
                break;
            case < 17:
                world.Story.Tell($"of several activations one stays");
                world.Directory.Reconcile();
                break;
            case < 19:
                KillSilo();
                break;
            default:
                Restore();
                break;
        }
    }

    private void SetClock(Silo silo)
    {
        silo.Time.Off = chance.Below(3) switch
        {
            0 => TimeSpan.Zero,
            1 => TimeSpan.FromMinutes(chance.Between(-120, 120)),
            _ => TimeSpan.FromDays(365 * chance.Of(-60, -1, 1, 300)),
        };
        world.Story.Tell($"{silo}: the clock is off by {silo.Time.Off}");
    }

    private void KillSilo()
    {
        var silo = chance.Pick(world.Directory.Silos);
        world.Story.Tell($"{silo} is killed");
        world.Replace(silo);
    }

    /// <summary>Every process stops; the journal that comes back lacks the last records of some streams.</summary>
    private void Restore()
    {
        EverSplit = true;
        var (journal, older) = (world.Store.Journal, new MemoryJournal());
        foreach (var head in Records.Heads(journal))
        {
            var records = Records.Of(journal, head.Stream);
            var kept = chance.Percent(50) ? records.Count : chance.Between(1, records.Count);
            foreach (var record in records.Take(kept)) Records.Append(older, record, Records.Places(record));
            if (Streams.Pilot(head.Stream) is { } pilot) world.Acknowledged.Forget(pilot.Value, kept);
        }
        foreach (var silo in world.Directory.Silos.ToList()) world.Replace(silo);
        world.Store.Restore(older);
        world.Story.Tell($"the store is restored, epoch {world.Store.Epoch}");
    }
}
