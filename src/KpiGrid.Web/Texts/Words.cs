using System.Globalization;

namespace KpiGrid.Web.Texts;

/// <summary>Every text of the pages in one language; a language that lacks one does not compile.</summary>
public sealed partial record Words
{
    /// <summary>The language tag.</summary>
    public required string Language { get; init; }

    internal CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    public required string SkipToContent { get; init; }
    public required string Api { get; init; }
    public required string Regions { get; init; }
    public required string RegionsLead { get; init; }
    public required string AllRegions { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string MembersToday { get; init; }
    public required string Member { get; init; }
    public required string Members { get; init; }
    public required string Sample { get; init; }
    public required string SampleMeaning { get; init; }
    public required string NextPage { get; init; }
    public required string Year { get; init; }
    public required string QuarterForm { get; init; }
    public required string Kpi { get; init; }
    public required string Median { get; init; }
    public required string CoverageForm { get; init; }
    public required string NoValue { get; init; }
    public required string ExplainMeaning { get; init; }
    public required string TotalsMeaning { get; init; }
    public required string TableNote { get; init; }
    public required string Stale { get; init; }
    public required string KpisCut { get; init; }
    public required string NoRegions { get; init; }
    public required string NoRegionsRemedy { get; init; }
    public required string NoRegionsExample { get; init; }
    public required string NoKpisForm { get; init; }
    public required string NoKpisRemedy { get; init; }
    public required string NoKpisExample { get; init; }
    public required string RegionUnknownTitle { get; init; }
    public required string RegionUnknown { get; init; }
    public required string YearUnknownTitle { get; init; }
    public required string YearUnknown { get; init; }
    public required string UnavailableTitle { get; init; }
    public required string Unavailable { get; init; }
    public required string SignInTitle { get; init; }
    public required string SignInText { get; init; }
    public required string SignOutTitle { get; init; }
    public required string SignOutText { get; init; }
    public required string SignedOutTitle { get; init; }
    public required string SignedOut { get; init; }
    public required string LinkSpentTitle { get; init; }
    public required string LinkSpent { get; init; }
    public required string FormForeignTitle { get; init; }
    public required string FormForeign { get; init; }
    public required string SignInNeededTitle { get; init; }
    public required string SignInNeeded { get; init; }
    public required string NotAllowedTitle { get; init; }
    public required string NotAllowed { get; init; }

    /// <summary>What regions are, by the text form of the kind.</summary>
    public required IReadOnlyDictionary<string, string> Kinds { get; init; }

    /// <summary>What is counted, in the plural, by the unit's id; other units are written as symbols.</summary>
    public required IReadOnlyDictionary<string, string> Units { get; init; }

    /// <summary>Marks by their word; one that is missing is shown as it is.</summary>
    public required IReadOnlyDictionary<string, string> Marks { get; init; }
}
