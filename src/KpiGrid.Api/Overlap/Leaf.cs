namespace KpiGrid.Api.Overlap;

/// <summary>What one municipality got of one pilot: what totals are made of, and what is never counted twice in
/// them.</summary>
internal readonly record struct Leaf(MunicipalityId Municipality, PilotId Pilot, Amount Amount);

/// <summary>What a pilot comes to, and among how many municipalities it was divided.</summary>
internal sealed record WholePilot(Amount? Amount, int Municipalities)
{
    public bool IsJoint => Municipalities > 1;
}

/// <summary>A pilot that several municipalities see.</summary>
internal sealed record JointPilot(PilotId Pilot, Amount Inside, IReadOnlyList<MunicipalityId> SeenBy)
{
    /// <summary>What would be counted again if each of them counted it in full.</summary>
    public Amount Twice => new(checked(Inside.Count * (SeenBy.Count - 1)));
}

/// <summary>A place with the municipalities that are in it, and what they got on the days that they are.</summary>
internal sealed record PlaceLeaves(string Place, IReadOnlyList<MunicipalityId> Members, IReadOnlyCollection<Leaf> Leaves);

/// <summary>A municipality in several places.</summary>
internal sealed record SharedMunicipality(
    MunicipalityId Municipality, Amount? Allocated, Amount? Added, IReadOnlyList<string> SeenIn)
{
    /// <summary>What would be counted again by adding the places up.</summary>
    public Amount Twice => (Added ?? Amount.Zero) - (Allocated ?? Amount.Zero);
}
