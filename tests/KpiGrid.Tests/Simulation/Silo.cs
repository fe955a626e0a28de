using System.Reflection;
using KpiGrid.Silo.Aggregates;
using KpiGrid.Silo.Hosting;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Pilots;
using KpiGrid.Silo.Registry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Runtime;

namespace KpiGrid.Tests.Simulation;

/// <summary>A process: the product's registry view, writer and sweep, and the grains that are active on it.</summary>
internal sealed class Silo : IServiceProvider, IDisposable
{
    private delegate void SetContext(IGrainContext? context, out IGrainContext? before);

    /// <summary>Orleans tells a new grain who it is through its runtime's context.</summary>
    private static readonly SetContext setContext = typeof(Grain).Assembly.GetType("Orleans.Runtime.RuntimeContext")!
        .GetMethod("SetExecutionContext", BindingFlags.Static | BindingFlags.NonPublic)!.CreateDelegate<SetContext>();

    private static readonly IOptions<PilotOptions> pilotOptions =
        Options.Create(new PilotOptions { SnapshotAfterEntries = 1 });
    private static readonly IOptions<DutyOptions> dutyOptions = Options.Create(new DutyOptions());
    private static readonly IOptions<AggregateOptions> aggregateOptions =
        Options.Create(new AggregateOptions { ReadyWithin = TimeSpan.FromSeconds(5) });
    private static readonly IOptions<JournalOptions> journalOptions = Options.Create(new JournalOptions());

    private readonly World world;
    private readonly string name;
    private readonly Lane lane;
    private readonly GrainRuntime runtime;
    private readonly SimulatedTime timer;
    private readonly RegistryView registry;
    private readonly LocalNodes nodes = new();
    private readonly GroupCommit commit;
    private readonly HeadSweep sweep;

    public Silo(World world, string name)
    {
        (this.world, this.name) = (world, name);
        lane = new(world.Turns, name) { Silo = this };
        runtime = new(world.Directory.References);
        (timer, Time) = (new(world.Turns), new(world.Turns));
        registry = new(world.Store);
        commit = new(world.Store, journalOptions, timer);
        sweep = new(world.Store, registry, nodes, world.Directory.References, timer, Time, aggregateOptions,
            NullLogger<HeadSweep>.Instance);
    }

    /// <summary>The clock of recorded times, which may be wrong.</summary>
    public SimulatedTime Time { get; }

    public bool IsUp { get; private set; }

    public Turns Turns => world.Turns;

    public Directory Directory => world.Directory;

    public Network Network => world.Network;

    public Story Story => world.Story;

    public Watch Watch => world.Watch;

    public void Start() => lane.Run(() => _ = StartUp());

    /// <summary>The process is gone at once, with everything in it but what is on its way to the store.</summary>
    public void Kill()
    {
        IsUp = false;
        lane.Close();
        Dispose();
        foreach (var activation in Directory.All.Where(activation => activation.Silo == this).ToList())
        {
            activation.Lane.Close();
            Directory.Leave(activation);
        }
    }

    public void Dispose()
    {
        commit.Dispose();
        sweep.Dispose();
    }

    public void Sweep()
    {
        if (IsUp) lane.Run(() => _ = TrySweep());
    }

    public Grain Make(Activation activation)
    {
        setContext(activation, out _);
        try
        {
            return Make(activation.GrainId.Type.ToString()!, activation.GrainId.Key.ToString()!);
        }
        finally
        {
            setContext(null, out _);
        }
    }

    public object? GetService(Type serviceType) => serviceType == typeof(IGrainRuntime) ? runtime : null;

    public override string ToString() => name;

    private Grain Make(string type, string key) => type switch
    {
        nameof(IPilotGrain) => new PilotGrain(world.Store, commit, registry, nodes, Time, pilotOptions, dutyOptions,
            world.Snapshots.Of(key), NullLogger<PilotGrain>.Instance),
        nameof(IMunicipalityGrain) => new MunicipalityGrain(world.Store, registry, nodes, aggregateOptions, timer),
        nameof(IRegionGrain) => new RegionGrain(world.Store, registry, nodes, aggregateOptions, timer),
        _ => new RegistryGrain(commit, registry, Time),
    };

    private async Task StartUp()
    {
        try
        {
            await registry.Load(CancellationToken.None);
            nodes.ConfirmedAt = Time.GetUtcNow();
            _ = commit.CommitGroups();
            IsUp = true;
        }
        catch (IOException)
        {
            Start();
        }
    }

    private async Task TrySweep()
    {
        try
        {
            if (!world.Teeth.NoSweep) await sweep.Sweep(CancellationToken.None);
        }
        catch (IOException failure)
        {
            Story.Tell($"{this}: the sweep failed: {failure.Message}");
        }
    }
}
