namespace KpiGrid.Silo.Pilots;

/// <summary>What participants have said of measurements that were reported on their behalf.</summary>
internal sealed class Confirmations
{
    private readonly Dictionary<string, Confirmation> byId = new(StringComparer.Ordinal);

    public int Count => byId.Count;

    public IReadOnlyCollection<Confirmation> All => byId.Values;

    public Confirmation? Of(string id) => byId.GetValueOrDefault(id);

    public void Add(Confirmation said) => byId.Add(said.Act.Id, said);
}
