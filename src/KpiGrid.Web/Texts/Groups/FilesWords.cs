namespace KpiGrid.Web.Texts;

/// <summary>Reporting by a file.</summary>
internal sealed record FilesWords
{
    public required string Title { get; init; }
    public required string Intro { get; init; }
    public required string Choose { get; init; }
    public required string Look { get; init; }
    public required string Limits { get; init; }
    public required string Template { get; init; }
    public required string TemplateText { get; init; }
    public required string NoFile { get; init; }
    public required string RefusedTitle { get; init; }
    public required string AtLine { get; init; }
    public required string AnotherFile { get; init; }
    public required string ErrorsTitle { get; init; }
    public required string DoubtsTitle { get; init; }
    public required string Seen { get; init; }
    public required string Line { get; init; }
    public required string Column { get; init; }
    public required string Value { get; init; }
    public required string Remedy { get; init; }
    public required string Why { get; init; }
    public required string MoreErrors { get; init; }
    public required string ToMend { get; init; }
    public required string NothingFilled { get; init; }
    public required Counted ToRecord { get; init; }
    public required string AlreadyThere { get; init; }
    public required string ComeBack { get; init; }
    public required Counted Blank { get; init; }
    public required Counted Confirm { get; init; }
    public required string NothingYet { get; init; }
    public required string Understood { get; init; }
    public required string NotUsed { get; init; }
    public required string StyleQuestion { get; init; }
    public required string StyleForm { get; init; }
    public required string BusyTitle { get; init; }
    public required string Busy { get; init; }
    public required string RunningTitle { get; init; }
    public required string Running { get; init; }
    public required string LookAgain { get; init; }
    public required string DoneTitle { get; init; }
    public required string StoppedTitle { get; init; }
    public required string Stopped { get; init; }
    public required string UndoneTitle { get; init; }
    public required Counted Counting { get; init; }
    public required string TakenOut { get; init; }
    public required string FromBefore { get; init; }
    public required string CountingTitle { get; init; }
    public required string TakenOutTitle { get; init; }
    public required string UndoTitle { get; init; }
    public required string UndoText { get; init; }
    public required Counted Undo { get; init; }
    public required IReadOnlyDictionary<string, string> Columns { get; init; }
}
