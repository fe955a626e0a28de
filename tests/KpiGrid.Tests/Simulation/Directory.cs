using Orleans.Runtime;

namespace KpiGrid.Tests.Simulation;

/// <summary>Which activations of which grains live where. In trouble a grain may have two.</summary>
internal sealed class Directory(Chance chance, Story story)
{
    private readonly Dictionary<string, List<Activation>> activations = new(StringComparer.Ordinal);
    private readonly List<string> ids = [];
    private int numbers;

    public References References { get; set; } = null!;

    public List<Silo> Silos { get; } = [];

    public IEnumerable<Activation> All => ids.SelectMany(id => activations[id]);

    /// <summary>
    /// An activation that takes a message; a new one where there is none, null where no silo is up. Of two a silo mostly
    /// knows its own: each half of a split directory is right to itself.
    /// </summary>
    public Activation? Find(GrainId id, Silo? from, bool isAlwaysLocal)
    {
        var live = Live(id);
        if (live.Count == 0) return Place(id);
        var local = live.Find(activation => activation.Silo == from);
        return local is not null && (isAlwaysLocal || chance.Percent(60)) ? local : chance.Pick(live);
    }

    /// <summary>A new activation, beside those on other silos; a silo has one of a grain at most.</summary>
    public Activation? Place(GrainId id)
    {
        var silos = Silos.FindAll(silo => silo.IsUp && !Live(id).Exists(activation => activation.Silo == silo));
        if (silos.Count == 0) return null;
        var activation = new Activation(id, chance.Pick(silos), ++numbers);
        Live(id).Add(activation);
        story.Tell($"{activation} activates");
        activation.Start();
        return activation;
    }

    public void Leave(Activation activation) => Live(activation.GrainId).Remove(activation);

    /// <summary>Ends all but one activation of each grain.</summary>
    public void Reconcile()
    {
        foreach (var id in ids)
            while (activations[id].Count > 1) chance.Pick(activations[id]).Lose();
    }

    private List<Activation> Live(GrainId id)
    {
        var text = id.ToString();
        if (activations.TryGetValue(text, out var live)) return live;
        ids.Add(text);
        return activations[text] = [];
    }
}
