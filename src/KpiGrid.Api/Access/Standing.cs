namespace KpiGrid.Api.Access;

/// <summary>How a node stands to what a role is granted on.</summary>
internal enum Standing
{
    /// <summary>They have nothing to do with each other.</summary>
    Apart,

    /// <summary>A place that the granted pilot takes part in.</summary>
    Around,

    /// <summary>A pilot of which some participants, not all, lie in the granted region.</summary>
    Partly,

    /// <summary>It lies in the granted region, or the role is granted on everything.</summary>
    Within,

    /// <summary>It is what the role is granted on.</summary>
    Same,
}
