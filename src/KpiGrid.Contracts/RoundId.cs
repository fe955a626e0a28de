namespace KpiGrid;

/// <summary>A round of a region.</summary>
/// <remarks>Written <c>ncc/2026-05-21</c>; that is the name of its journal stream after <c>round/</c>.</remarks>
/// <param name="Region">The region.</param>
/// <param name="Name">Its name among the rounds of the region: <c>[a-z0-9-]{1,64}</c>.</param>
public sealed record RoundId(RegionId Region, string Name)
{
    /// <summary>Reads an id; null when the text is none.</summary>
    public static RoundId? Read(string? text) =>
        (text ?? "").Split('/') is [var place, var name] && RegionId.TryParse(place, out var region) && IdText.IsSlug(name, 64)
            ? new(region, name) : null;

    /// <summary>The text that is read.</summary>
    public override string ToString() => $"{Region}/{Name}";
}
