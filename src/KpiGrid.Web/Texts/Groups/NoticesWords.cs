namespace KpiGrid.Web.Texts;

/// <summary>Pages that have nothing to show but a reason.</summary>
internal sealed record NoticesWords
{
    public required string UnavailableTitle { get; init; }
    public required string Unavailable { get; init; }
    public required string SignInNeededTitle { get; init; }
    public required string SignInNeeded { get; init; }
    public required string NotAllowedTitle { get; init; }
    public required string NotAllowed { get; init; }
    public required string UnknownTitle { get; init; }
    public required string Unknown { get; init; }
    public required string UnreadableTitle { get; init; }
    public required string Unreadable { get; init; }
    public required string PeriodForm { get; init; }
    public required string DayForm { get; init; }
    public required string OtherForm { get; init; }
    public required string LanguageForm { get; init; }
}
