namespace KpiGrid.Host.Clustering;

/// <summary>What a process of an installation does.</summary>
internal enum ServerRole
{
    /// <summary>Everything: grains, API and pages.</summary>
    All,

    /// <summary>Grains, journal, sweep and anchors; over HTTP only health, metrics and the cluster's dashboard.</summary>
    Silo,

    /// <summary>API and pages, as a client of the silos; holds no grain and no store.</summary>
    Front,
}
