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
        var members = Entries("members", facts.Members, problems).ToLookup(entry => entry.Municipality);
        foreach (var (index, id, days) in Entries("notMembers", facts.NotMembers ?? [], problems))
            problems.Require(!members[id].Any(member => member.Days.Overlaps(days)), $"notMembers[{index}]", days, "member-and-not",
                $"{id} is a member on some of these days: let one end before the other begins.");
        return problems.Found;
    }

    private static List<(int Index, MunicipalityId Municipality, DayRange Days)> Entries(
        string name, IReadOnlyList<Membership> entries, Problems problems)
    {
        problems.Count(entries.DistinctBy(entry => entry.Municipality).Count(), MembersMax, name);
        var whole = new List<(int, MunicipalityId, DayRange)>();
        foreach (var (index, member) in entries.Index())
        {
            var field = $"{name}[{index}]";
            problems.Require(member.Municipality != default, $"{field}.municipality", null, "municipality-required",
                "Give a municipality id.");
            if (!problems.Days(field, member.From, member.To)) continue;
            whole.Add((index, member.Municipality, DayRange.Between(member.From, member.To)));
        }
        problems.Apart(name, whole);
        return whole;
    }
}
