namespace KpiGrid.Web.Texts;

/// <summary>What can be wrong with what was sent, by the code of the problem; {0} is what its remedy lists.</summary>
internal sealed record ProblemsWords
{
    public required IReadOnlyDictionary<string, string> ByCode { get; init; }
}
