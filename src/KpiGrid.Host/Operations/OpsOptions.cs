namespace KpiGrid.Host.Operations;

/// <summary>What operators may see of the process; section <c>Ops</c>.</summary>
internal sealed class OpsOptions
{
    public const string Section = "Ops";

    /// <summary>Whether admins find the cluster's dashboard at <c>/ops/cluster</c>. It shows the state of grains.</summary>
    /// <value>false.</value>
    public bool Cluster { get; set; }

    /// <summary>Whether a scraper on this machine reads <c>/metrics</c> without a key.</summary>
    /// <value>false.</value>
    public bool LoopbackMetrics { get; set; }
}
