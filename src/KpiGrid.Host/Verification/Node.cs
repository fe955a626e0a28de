namespace KpiGrid.Host.Verification;

/// <summary>The kinds of nodes that answer for totals.</summary>
internal enum NodeKind
{
    Pilot,
    Municipality,
    Region,
}

/// <summary>A node that answers for totals.</summary>
internal readonly record struct Node(NodeKind Kind, string Id)
{
    /// <summary>Its path under <c>/v1</c>.</summary>
    public override string ToString() => Kind switch
    {
        NodeKind.Pilot => $"pilots/{Id}",
        NodeKind.Municipality => $"municipalities/{Id}",
        _ => $"regions/{Id}",
    };
}
