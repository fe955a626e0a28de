using System.Text.Json.Serialization;

namespace KpiGrid.Api.Boundaries;

/// <summary>A member of a region that ended in others while nobody has said whether those are members.</summary>
/// <param name="Region">The region, such as <c>regions/intradura</c>.</param>
/// <param name="Municipality">The member that ended.</param>
/// <param name="Name">Its name on its last day.</param>
/// <param name="Ended">The day after its last.</param>
/// <param name="Successors">Those of its successors about whom nothing is stated from that day on.</param>
internal sealed record EndedMember(
    string Region, MunicipalityId Municipality, string Name, DateOnly Ended, IReadOnlyList<UndecidedSuccessor> Successors)
{
    /// <summary>Marks a total in whose days a member ended and its successor is not decided.</summary>
    public const string Mark = "member-ended";

    /// <summary>All of a region, by the day they ended.</summary>
    /// <param name="name">The region.</param>
    /// <param name="region">What is stated of it.</param>
    /// <param name="facts">Its members that ended and their successors.</param>
    public static IReadOnlyList<EndedMember> Of(
        string name, RegionFacts region, IReadOnlyDictionary<MunicipalityId, MunicipalityFacts> facts)
    {
        var stated = region.Members.Concat(region.NotMembers ?? []).ToLookup(entry => entry.Municipality);
        var ended =
            from member in region.Members
            where facts.ContainsKey(member.Municipality)
            from interval in facts[member.Municipality].Intervals
            where interval.To is { } to && DayRange.Between(member.From, member.To).Contains(to.AddDays(-1))
            let day = interval.To!.Value
            let undecided = interval.Successors
                .Select(successor => Undecided(successor.Code, day, stated, facts)).OfType<UndecidedSuccessor>().ToList()
            where undecided.Count > 0
            orderby day, member.Municipality
            select new EndedMember(name, member.Municipality, interval.Name, day, undecided);
        return [.. ended];
    }

    /// <summary>Whether it is undecided on some of the days.</summary>
    public bool IsOpenIn(DayRange days) =>
        Ended <= days.Last && Successors.Any(successor => !(successor.DecidedFrom <= days.First));

    private static UndecidedSuccessor? Undecided(
        MunicipalityId code, DateOnly ended, ILookup<MunicipalityId, Membership> stated,
        IReadOnlyDictionary<MunicipalityId, MunicipalityFacts> facts)
    {
        var decided = stated[code].Where(entry => !(entry.To <= ended)).Select(entry => (DateOnly?)entry.From).Min();
        return decided <= ended ? null : new(code, facts.GetValueOrDefault(code)?.On(ended)?.Name ?? code.Value, decided);
    }
}

/// <summary>A successor that is neither a member nor said to be none when it takes over.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name on its first day.</param>
/// <param name="DecidedFrom">From when on something is stated of it; null where that is never.</param>
internal sealed record UndecidedSuccessor(
    MunicipalityId Code, string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? DecidedFrom);
