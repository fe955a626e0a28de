using System.ComponentModel.DataAnnotations;

namespace KpiGrid.Host.Clustering;

/// <summary>How silos and front ends find each other.</summary>
internal enum ClusterKind
{
    /// <summary>One process alone.</summary>
    Local,

    /// <summary>By a table in PostgreSQL.</summary>
    Postgres,

    /// <summary>By Redis.</summary>
    Redis,

    /// <summary>By an Azure table.</summary>
    Azure,
}

/// <summary>How this process takes part in a cluster; section <c>Cluster</c>.</summary>
/// <remarks>
/// How long grains are away when their silo is lost. A process that is gone is noticed by <see cref="FallenSilos"/>, within a
/// second, whatever stands here. One that is frozen or cut off keeps its port and is missed by probes alone: nobody votes
/// against a silo from which anything was heard within <see cref="ProbeTimeout"/> x 4/3 x <see cref="MissedProbes"/> (5 s),
/// and then the next failed probe and the votes of two silos decide. Less finds it sooner, and takes one for dead that only
/// waits for a processor or collects garbage; a silo that learns that it was declared dead ends itself, and its supervisor
/// starts it again. Nothing is lost or doubled either way: storage fences whoever comes back.
/// </remarks>
internal sealed class ClusteringOptions
{
    public const string Section = "Cluster";

    /// <summary>What this process does.</summary>
    public ServerRole Role { get; set; }

    /// <summary>How processes find each other.</summary>
    /// <value>null: as the store is; local with sqlite.</value>
    public ClusterKind? Kind { get; set; }

    /// <summary>The connection string of the database with the membership table. A secret.</summary>
    /// <value>null: that of the store.</value>
    public string? Postgres { get; set; }

    /// <summary>The address of Redis, as StackExchange.Redis reads it. A secret.</summary>
    public string? Redis { get; set; }

    /// <summary>The connection string of the storage account with the membership table. A secret.</summary>
    /// <value>null: that of the store.</value>
    public string? Azure { get; set; }

    /// <summary>The cluster: processes with the same id find each other.</summary>
    [StringLength(64, MinimumLength = 1)]
    public string Id { get; set; } = "kpigrid";

    /// <summary>The installation, whatever clusters it had: reminders are kept under it.</summary>
    [StringLength(64, MinimumLength = 1)]
    public string Service { get; set; } = "kpigrid";

    /// <summary>The address of this machine at which silos and front ends reach this silo.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Whether that may be an address outside private networks: silos know no keys and no encryption.</summary>
    public bool AcceptPublicAddress { get; set; }

    /// <summary>The port for other silos.</summary>
    [Range(1, 65_535)]
    public int SiloPort { get; set; } = 11_111;

    /// <summary>The port for front ends.</summary>
    [Range(1, 65_535)]
    public int GatewayPort { get; set; } = 30_000;

    /// <summary>How long a silo may take to answer a probe of another.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(1.25);

    /// <summary>After so many unanswered probes a silo votes that another is dead.</summary>
    [Range(1, 20)]
    public int MissedProbes { get; set; } = 3;

    /// <summary>How often a front end looks which silos there are.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How long a front end waits for a grain's answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a silo brings the tables of the cluster up to date at its start.</summary>
    /// <value>true; false where a database administrator applies <c>infra/orleans</c>.</value>
    public bool ApplySchema { get; set; } = true;
}
