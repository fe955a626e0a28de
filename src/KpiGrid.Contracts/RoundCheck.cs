namespace KpiGrid;

/// <summary>What a round must satisfy.</summary>
internal static class RoundCheck
{
    private const int MembersMax = 1_000;

    public static IReadOnlyList<Problem> Of(RoundFacts facts)
    {
        var problems = new Problems();
        problems.Name("title", facts.Title);
        var hasDay = problems.Day("date", facts.Date);
        problems.Require(facts.CutOff.Year >= 1900, "cutOff", null, "cut-off-required",
            "Give an instant with offset, such as 2026-05-21T00:00:00+02:00.");
        // The day may end later in its zone than in UTC.
        problems.Require(!hasDay || facts.Date > DateOnly.MaxValue.AddDays(-3)
            || DateOnly.FromDateTime(facts.CutOff.UtcDateTime) <= facts.Date.AddDays(1),
            "cutOff", InstantJson.Text(facts.CutOff), "cut-off-too-late", "Let it lie at the meeting or before.");
        problems.Require(facts.Members.Count > 0, "members", null, "members-required", "Say who speaks, in order.");
        problems.Count(facts.Members.Count, MembersMax, "members");
        var known = new HashSet<MunicipalityId>();
        foreach (var (index, member) in facts.Members.Index())
        {
            problems.Require(member != default, $"members[{index}]", null, "municipality-required", "Give a municipality id.");
            problems.Require(known.Add(member), $"members[{index}]", member, "member-doubled", "Everybody speaks once.");
        }
        return problems.Found;
    }
}
