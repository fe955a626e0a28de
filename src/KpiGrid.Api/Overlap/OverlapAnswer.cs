using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Overlap;

/// <summary>The overlap ledger: what places come to, and what would be counted again by adding up what each of them,
/// or each of their municipalities, tells.</summary>
internal sealed record OverlapAnswer
{
    public required string Kpi { get; init; }
    public required int Definition { get; init; }
    public required string Unit { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>What they come to together, each municipality-day and pilot once; null when there is nothing.</summary>
    public Amount? Real { get; init; }

    /// <summary>What their municipalities add to, each counting its joint pilots in full.</summary>
    public Amount? MembersSum { get; init; }

    /// <summary>How much of that is a joint pilot seen again, of those the caller may read.</summary>
    public Amount Twice { get; init; }

    /// <summary>What the places add to, each counting all its municipalities.</summary>
    public Amount? PlacesSum { get; init; }

    /// <summary>How much of that is a municipality seen again.</summary>
    public Amount PlacesTwice { get; init; }

    public required IReadOnlyList<ViewsAnswer> Places { get; init; }

    /// <summary>The joint pilots that several municipalities see, the largest first.</summary>
    public required IReadOnlyList<JointPilotAnswer> Pilots { get; init; }

    /// <summary>The municipalities in several of the places, the largest first.</summary>
    public required IReadOnlyList<SharedMunicipalityAnswer> Municipalities { get; init; }

    /// <summary>Pilots and shared municipalities that the caller may not read; null when nothing is hidden.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenParts? Hidden { get; init; }
}

/// <summary>The three views of a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Allocated">What its pilots allocated to it: this alone adds up.</param>
/// <param name="TookPartIn">Everything of each pilot that allocated something to it: full credit, never added up. Null
/// too where the caller may not read one of them.</param>
/// <param name="JointOnly">The part of <paramref name="Allocated"/> from pilots of several municipalities; null like the
/// other.</param>
internal sealed record ViewsAnswer(string Place, Amount? Allocated, Amount? TookPartIn, Amount? JointOnly);

/// <summary>A joint pilot.</summary>
/// <param name="Pilot">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Whole">What it comes to, what it allocated elsewhere included.</param>
/// <param name="Inside">What it allocated to the municipalities that see it.</param>
/// <param name="Twice">What would be counted again: <paramref name="Inside"/> once for each further municipality.</param>
/// <param name="SeenBy">The municipalities of the places that it allocated something to, by code.</param>
internal sealed record JointPilotAnswer(
    string Pilot, string? Name, Amount? Whole, Amount Inside, Amount Twice, IReadOnlyList<string> SeenBy);

/// <summary>A municipality in several of the places.</summary>
/// <param name="Municipality">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Allocated">What it comes to once, on the days it is in any of them.</param>
/// <param name="Twice">What would be counted again.</param>
/// <param name="SeenIn">The places.</param>
internal sealed record SharedMunicipalityAnswer(
    string Municipality, string? Name, Amount? Allocated, Amount Twice, IReadOnlyList<string> SeenIn);
