using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>A region, as the registry holds it: the document <c>region</c> of the HTTP API.</summary>
/// <remarks>Regions overlap freely; none is the parent of another.</remarks>
[GenerateSerializer, Immutable, Alias("RegionFacts")]
public sealed record RegionFacts
{
    /// <summary>The name.</summary>
    [Id(0)]
    public string Name { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>What it is.</summary>
    [Id(1)]
    public RegionKind Kind { get; init; }

    /// <summary>Its municipalities over time.</summary>
    [Id(2)]
    public IReadOnlyList<Membership> Members { get; init => field = value.ToArray(); } = [];

    /// <summary>Whether it is invented, to show how it looks.</summary>
    [Id(3)]
    public bool Sample { get; init; }

    /// <summary>
    /// Whether anybody may read its totals, where the installation lets the public in at all; left out of the document
    /// while it is not.
    /// </summary>
    [Id(4)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Published { get; init; }

    /// <summary>
    /// Municipalities that are no members, for a time, where that must be said: a member ended in them, and membership is never
    /// inherited. Left out of the document where there are none.
    /// </summary>
    [Id(5)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Membership>? NotMembers { get; init => field = value is { Count: > 0 } ? value.ToArray() : null; }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check() => RegionCheck.Of(this);
}
