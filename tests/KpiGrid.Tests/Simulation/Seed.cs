using KpiGrid.Tests.Simulation.Model;

namespace KpiGrid.Tests.Simulation;

/// <summary>One history: commands and faults in an order of its own; then the faults end, and everything must agree.</summary>
internal sealed class Seed
{
    private static readonly TimeSpan sweepEvery = TimeSpan.FromSeconds(3);

    private readonly World world;
    private readonly Upheaval upheaval;
    private readonly Client client;
    private readonly List<string> broken = [];

    public Seed(ulong number, Teeth? teeth = null, bool isTold = false)
    {
        world = new(number, teeth ?? new(), isTold);
        upheaval = new(world);
        client = new(world, upheaval);
    }

    /// <summary>What happened, where it was to be told.</summary>
    public string Story => world.Story.ToString();

    /// <summary>How many sums were held against the model.</summary>
    public long Compared { get; private set; }

    /// <summary>Runs the history; answers what is wrong at its end.</summary>
    public IReadOnlyList<string> Run()
    {
        world.Turns.Run(TimeSpan.FromMilliseconds(100));
        for (var steps = world.Chance.Between(10, 26); steps > 0; steps--) Step();
        EndFaults();
        var book = new Book(world.Store.Journal);
        Compare(book);
        Check(book);
        foreach (var silo in world.Directory.Silos) silo.Kill();
        return broken;
    }

    private void Step()
    {
        client.Act();
        if (world.Chance.Percent(30)) client.Act();
        if (world.Chance.Percent(25)) world.Chance.Pick(world.Directory.Silos).Sweep();
        upheaval.Happen();
        world.Turns.Run(world.Chance.Percent(80) ? world.Chance.Millis(0, 8) : world.Chance.Millis(0, 5_000));
    }

    /// <summary>From here on the promise holds: ten seconds after the last record every node has everything.</summary>
    private void EndFaults()
    {
        world.Turns.Run(sweepEvery);
        world.Faults.End();
        world.Story.Tell($"the faults end");
        world.Directory.Reconcile();
        bool wasIdle;
        do
        {
            wasIdle = client.IsIdle && world.Store.IsIdle;
            TenSeconds();
        }
        while (!wasIdle);
    }

    private void TenSeconds()
    {
        world.Turns.Run(TimeSpan.FromSeconds(1));
        for (var rounds = 3; rounds > 0; rounds--)
        {
            foreach (var silo in world.Directory.Silos) silo.Sweep();
            world.Turns.Run(sweepEvery);
        }
    }

    private void Compare(Book book)
    {
        var asking = client.AskAll(book);
        if (!world.Turns.Run(asking, TimeSpan.FromSeconds(60))) broken.Add("Not every node answers");
        else if (asking.IsFaulted) broken.Add($"A node does not answer: {asking.Exception!.GetBaseException().Message}");
        else
        {
            var agreement = new Agreement(book);
            agreement.Check(asking.GetAwaiter().GetResult());
            broken.AddRange(agreement.Differences);
            Compared = agreement.Compared;
        }
    }

    private void Check(Book book)
    {
        broken.AddRange([.. book.Broken, .. world.Watch.Broken, .. world.Acknowledged.Broken, .. client.Broken]);
        foreach (var (id, pilot) in book.Pilots)
            foreach (var (statement, (times, _, _)) in pilot.Statements)
                if (times != 1) broken.Add($"{id}: {statement} stands {times} times in the journal");
        foreach (var (promise, (sequence, a)) in world.Acknowledged.Promises)
        {
            var statements = book.Pilots[promise.Pilot].Statements;
            if (!statements.TryGetValue((promise.Kpi, promise.Id, promise.Revision), out var kept)) broken.Add($"{promise} is lost");
            else if (kept.Sequence != sequence) broken.Add($"{promise} is in record {kept.Sequence}, not {sequence}");
            else if (kept.Said is { } said && said.A != a.Count) broken.Add($"{promise} is {said.A}, not {a}");
        }
    }
}
