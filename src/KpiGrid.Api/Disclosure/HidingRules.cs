namespace KpiGrid.Api.Disclosure;

/// <summary>What must hold before confidential figures count in what others are told.</summary>
/// <remarks>
/// Together they make every such total a sum of the same indivisible blocks: the figures of one hiding group in one reporting
/// period. However totals are added and subtracted, a block appears whole or not at all.
/// </remarks>
[Flags]
internal enum HidingRules
{
    None = 0,

    /// <summary>Enough reporters have something in each block.</summary>
    Reporters = 1,

    /// <summary>A hiding group is inside wholly or not at all: regions told apart would tell the difference.</summary>
    WholeGroups = 2,

    /// <summary>Only whole reporting periods: a month against its quarter would tell the rest.</summary>
    WholePeriods = 4,

    /// <summary>All of the group have closed the periods: before and after a push would tell the push.</summary>
    Closed = 8,

    /// <summary>Classes are told apart only where enough reporters have something in each.</summary>
    Classes = 16,

    /// <summary>A past that has been corrected since is not told.</summary>
    Unrevised = 32,

    /// <summary>Only what adds up in one series and currency: a distribution or a set of members tells its parts.</summary>
    Additive = 64,

    All = Reporters | WholeGroups | WholePeriods | Closed | Classes | Unrevised | Additive,
}

internal static class HidingRuleWords
{
    /// <summary>The mark that says which rule a sum did not meet.</summary>
    public static string Mark(this HidingRules broken) => broken switch
    {
        HidingRules.WholeGroups => "confidential-part-of-group",
        HidingRules.WholePeriods => "confidential-part-of-period",
        HidingRules.Closed => "confidential-period-open",
        HidingRules.Classes => "confidential-class",
        HidingRules.Unrevised => "confidential-revised-since",
        HidingRules.Additive => "confidential-not-additive",
        _ => "confidential-too-few",
    };
}
