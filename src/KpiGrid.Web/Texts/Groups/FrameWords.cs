namespace KpiGrid.Web.Texts;

/// <summary>What stands around every page.</summary>
internal sealed record FrameWords
{
    public required string SkipToContent { get; init; }
    public required string Home { get; init; }
    public required string Find { get; init; }
    public required string FindHint { get; init; }
    public required string Api { get; init; }
    public required string SignOut { get; init; }
    public required string SignedInAs { get; init; }
    public required string NotSignedIn { get; init; }
    public required string LanguageLabel { get; init; }
    public required string Breadcrumbs { get; init; }
    public required string MainMenu { get; init; }
    public required string Sample { get; init; }
    public required string SampleMeaning { get; init; }
    public required string NextPage { get; init; }
    public required string FirstPage { get; init; }
    public required string FooterText { get; init; }
    public required string Close { get; init; }
    public required string Hidden { get; init; }
}
