namespace KpiGrid.Api.Questions;

/// <summary>The places of a question, found in the registry.</summary>
/// <param name="Refs">The places; a pilot stands alone.</param>
/// <param name="Days">Their municipalities, each day once; of a pilot, its participants on every day.</param>
/// <param name="ChangedAt">When the members of the latest changed region were recorded; null without a region.</param>
internal sealed record KnownPlaces(IReadOnlyList<PlaceRef> Refs, MunicipalityDays Days, DateTimeOffset? ChangedAt)
{
    /// <summary>The one place asked, where there is one.</summary>
    public PlaceRef? Only => Refs is [var only] ? only : null;

    /// <summary>The name of the node in answers.</summary>
    public string Node => Only?.ToString() ?? "totals";

    public IEnumerable<MunicipalityId> Municipalities => Days.Days.Keys.Order();
}
