namespace KpiGrid.Web.Texts;

/// <summary>The pages of a round, read aloud.</summary>
internal sealed record PackWords
{
    public required string Rounds { get; init; }
    public required string NoRounds { get; init; }
    public required string RoundForm { get; init; }
    public required string Lead { get; init; }
    public required string LeadAhead { get; init; }
    public required string Since { get; init; }
    public required string Print { get; init; }
    public required string Contents { get; init; }
    public required string Number { get; init; }
    public required string NoNumber { get; init; }
    public required string Moved { get; init; }
    public required string MovedForm { get; init; }
    public required string NewForm { get; init; }
    public required string GoneForm { get; init; }
    public required string More { get; init; }
    public required string NothingMoved { get; init; }
    public required string Steps { get; init; }
    public required string StepForm { get; init; }
    public required string SaidForm { get; init; }
    public required string Nothing { get; init; }
    public required string Silent { get; init; }
    public required string SayNothing { get; init; }
    public required string SaySteps { get; init; }
    public required string Step { get; init; }
    public required string By { get; init; }
    public required string Reason { get; init; }
    public required string Save { get; init; }
    public required string Wrong { get; init; }
    public required string Freeze { get; init; }
    public required string FreezeNote { get; init; }
}
