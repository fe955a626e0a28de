namespace KpiGrid.Tests.Faults;

/// <summary>What a cluster is made of.</summary>
internal sealed record FaultSetting
{
    public int Silos { get; init; } = 3;
    public int Fronts { get; init; } = 2;

    /// <summary>The program that every process runs: the product, published where that is said, or one that is careless on purpose.</summary>
    public string Program { get; init; } = System.Environment.GetEnvironmentVariable("KPIGRID_FAULT_PROGRAM") ?? "kpigrid.dll";

    /// <summary>Settings of all processes, such as <c>Aggregates__SweepEvery</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What else the connection strings of the store say.</summary>
    public string StorageOptions { get; init; } = "";

    /// <summary>What else stands in the environment of all processes.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Where PostgreSQL keeps its data; a folder of the cluster's own where nothing is said.</summary>
    public string? Disk { get; init; }
}
