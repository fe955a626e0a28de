namespace KpiGrid.Web.Texts;

/// <summary>Regions and what they come to.</summary>
internal sealed record RegionsWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string MembersToday { get; init; }
    public required string Member { get; init; }
    public required string Members { get; init; }
    public required string NoRegions { get; init; }
    public required string NoRegionsRemedy { get; init; }
    public required string LoadSamples { get; init; }
    public required string LoadSamplesText { get; init; }
    public required string NotEmpty { get; init; }
    public required string Kpis { get; init; }
    public required string MemberEnded { get; init; }
    public required string NoKpis { get; init; }
    public required string NoKpisRemedy { get; init; }
    public required string KpisCut { get; init; }
    public required string ChooseKpi { get; init; }
    public required string Shown { get; init; }
    public required string ExplainMeaning { get; init; }
    public required string SparkBars { get; init; }
    public required string Series { get; init; }
    public required string SeriesNoteFlow { get; init; }
    public required string SeriesNoteStanding { get; init; }
    public required string League { get; init; }
    public required string LeagueTitle { get; init; }
    public required string LeagueNote { get; init; }
    public required string LeagueNoteQuotient { get; init; }
    public required string LeagueNoteDistinct { get; init; }
    public required string Municipality { get; init; }
    public required string ShareOfTotal { get; init; }
    public required string Ledger { get; init; }
    public required string LedgerText { get; init; }
    public required string LedgerNothing { get; init; }
    public required string LedgerPilot { get; init; }
    public required string LedgerWhole { get; init; }
    public required string LedgerMembers { get; init; }
    public required string LedgerTwice { get; init; }
    public required string Late { get; init; }
    public required string LateNobody { get; init; }
    public required string LateNone { get; init; }
    public required string LateSoFar { get; init; }
    public required string LateClosed { get; init; }
    public required string Conflicts { get; init; }
    public required string ConflictForm { get; init; }
    public required string ConflictMore { get; init; }
    public required string ConflictNobodyLeft { get; init; }
    public required string Changes { get; init; }
    public required string ChangesForm { get; init; }
    public required string ChangesSince { get; init; }
    public required string ChangesText { get; init; }
    public required string ChangesNothing { get; init; }
    public required string ChangesTooRecent { get; init; }
    public required string ChangesTooMany { get; init; }
    public required string Map { get; init; }
    public required string MapTitle { get; init; }
    public required string MapNote { get; init; }
    public required string MapNoteShade { get; init; }
    public required string NotDrawn { get; init; }
    public required string NotDrawnMore { get; init; }
    public required string TableNote { get; init; }
    public required string Target { get; init; }
}
