using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Disclosure;

/// <summary>Who asks for which sums.</summary>
internal sealed record DisclosureQuestion
{
    public required KpiCode Kpi { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>The municipalities that the sums are of.</summary>
    public required IReadOnlyCollection<MunicipalityId> Municipalities { get; init; }

    /// <summary>The pilot, where the sums are of one alone.</summary>
    public PilotId? Pilot { get; init; }

    public Split Split { get; init; }

    public ClassId? Class { get; init; }

    /// <summary>Whether classes are told apart in the answer, such as by a reading.</summary>
    public bool ByClass { get; init; }

    public DateTimeOffset? AsOf { get; init; }

    public static DisclosureQuestion Of(KnownPlaces places, KpiCode kpi, Caller caller) => new()
    {
        Kpi = kpi,
        Caller = caller,
        Municipalities = [.. places.Municipalities],
        Pilot = places.Only is { Kind: PlaceKind.Pilot } pilot ? PilotId.Parse(pilot.Id) : null,
    };
}
