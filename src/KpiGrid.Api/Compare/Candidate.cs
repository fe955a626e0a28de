using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Compare;

/// <summary>A pilot or place to be put beside others, with the registry's facts of it.</summary>
internal sealed record Candidate
{
    public required PlaceRef Ref { get; init; }
    public required KnownPlaces Places { get; init; }
    public required DateOnly Today { get; init; }
    public string? Name { get; init; }
    public bool Sample { get; init; }
    public PilotFacts? Pilot { get; init; }
    public RegionFacts? Region { get; init; }

    /// <summary>The facts of its municipalities: the participants of a pilot, the members of a region.</summary>
    public required IReadOnlyDictionary<MunicipalityId, MunicipalityFacts> Municipalities { get; init; }

    public string Key => Ref.ToString();

    /// <summary>The municipalities that belong to it on a day.</summary>
    public IEnumerable<MunicipalityId> On(DateOnly day) => Pilot is { } pilot
        ? pilot.Shares.Where(share => share.Parts > 0 && share.From <= day && !(share.To <= day)).Select(share => share.Municipality).Distinct()
        : Places.Days.Days.Where(pair => pair.Value.Any(range => range.Contains(day))).Select(pair => pair.Key);

    /// <summary>Whether it is another territory on one day of a span than on another (domain.md, G16).</summary>
    public bool Changes(DayRange span) =>
        Region?.Members.Any(member => IsInside(member.From, span) || IsInside(member.To, span)) == true
        || (Pilot is null && Municipalities.Values.Any(facts => facts.Intervals.Any(interval =>
            IsInside(interval.From, span) || IsInside(interval.To, span))));

    private static bool IsInside(DateOnly? change, DayRange span) => span.First < change && change <= span.Last;
}
