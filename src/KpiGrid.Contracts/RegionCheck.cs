namespace KpiGrid;

/// <summary>What a region must satisfy.</summary>
internal static class RegionCheck
{
    private const int MembersMax = 100_000;

    public static IReadOnlyList<Problem> Of(RegionFacts facts)
    {
        var problems = new Problems();
        problems.Name("name", facts.Name);
        problems.Require(Enum.IsDefined(facts.Kind), "kind", null, "kind-unknown", $"One of: {RegionKinds.Texts.All}.");
        problems.Count(facts.Members.DistinctBy(member => member.Municipality).Count(), MembersMax, "members");
        var whole = new List<(int, MunicipalityId, DayRange)>();
        foreach (var (index, member) in facts.Members.Index())
        {
            var field = $"members[{index}]";
            problems.Require(member.Municipality != default, $"{field}.municipality", null, "municipality-required",
                "Give a municipality id.");
            if (!problems.Days(field, member.From, member.To)) continue;
            whole.Add((index, member.Municipality, DayRange.Between(member.From, member.To)));
        }
        problems.Apart("members", whole);
        return problems.Found;
    }
}
