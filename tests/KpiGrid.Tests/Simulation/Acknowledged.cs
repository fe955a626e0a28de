namespace KpiGrid.Tests.Simulation;

/// <summary>What clients were promised: statements with the record they are in.</summary>
internal sealed class Acknowledged
{
    private readonly Dictionary<(string Pilot, string Kpi, string Id, int Revision), (long Sequence, Amount A)> promises = [];

    public IReadOnlyDictionary<(string Pilot, string Kpi, string Id, int Revision), (long Sequence, Amount A)> Promises => promises;

    public List<string> Broken { get; } = [];

    public void Take(string pilot, Receipt receipt)
    {
        var key = (pilot, receipt.Stream.Kpi.Value, receipt.Id.Value, receipt.Revision);
        if (promises.TryGetValue(key, out var before) && before != (receipt.Sequence, receipt.A))
            Broken.Add($"{key} was acknowledged in record {before.Sequence}, now in {receipt.Sequence}");
        promises[key] = (receipt.Sequence, receipt.A);
    }

    /// <summary>A restore goes back to a record: what came after is lost, and that is known.</summary>
    public void Forget(string pilot, long after)
    {
        foreach (var (key, promise) in promises)
            if (key.Pilot == pilot && promise.Sequence > after) promises.Remove(key);
    }
}
