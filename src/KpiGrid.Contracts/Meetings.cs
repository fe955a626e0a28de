namespace KpiGrid;

/// <summary>The rules by which a whole pilot's figure and participants' own figures were settled; several may meet in a total.</summary>
[GenerateSerializer, Alias("Meetings"), Flags]
public enum Meetings : byte
{
    /// <summary>No such figures met.</summary>
    None = 0,

    /// <summary>The whole was weighed or measured: participants replaced their parts and the total stayed.</summary>
    ControlTotal = 1,

    /// <summary>The whole was estimated: participants replaced their parts and the total moved.</summary>
    ReplacedPart = 2,

    /// <summary>Participants do not fit the whole: it stays with its split by shares until one of them is corrected.</summary>
    InConflict = 4,
}

/// <summary>By which rules figures were settled on a day; for a standing kind from that day on.</summary>
/// <param name="Day">The day.</param>
/// <param name="Rules">The rules.</param>
[GenerateSerializer, Immutable, Alias("MeetingDay")]
public readonly record struct MeetingDay([property: Id(0)] DateOnly Day, [property: Id(1)] Meetings Rules);

/// <summary>The words of the rules.</summary>
public static class MeetingWords
{
    /// <summary>The marks of a total: <c>control-total</c>, <c>replaced-part</c>, <c>in-conflict</c>.</summary>
    public static IEnumerable<string> Words(this Meetings rules)
    {
        if (rules.HasFlag(Meetings.ControlTotal)) yield return "control-total";
        if (rules.HasFlag(Meetings.InConflict)) yield return "in-conflict";
        if (rules.HasFlag(Meetings.ReplacedPart)) yield return "replaced-part";
    }

    /// <summary>The rule that a settled figure shows; none where it met no other.</summary>
    public static Meetings Meeting(this SettlementRule rule) => rule switch
    {
        SettlementRule.Control => Meetings.ControlTotal,
        SettlementRule.Replaced => Meetings.ReplacedPart,
        SettlementRule.InConflict => Meetings.InConflict,
        _ => Meetings.None,
    };
}
