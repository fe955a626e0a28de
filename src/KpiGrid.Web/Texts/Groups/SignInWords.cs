namespace KpiGrid.Web.Texts;

/// <summary>Signing in and out.</summary>
internal sealed record SignInWords
{
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
}
