using KpiGrid.Api.Measurements;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Report;

/// <summary>What was found in a form before anything was recorded.</summary>
/// <param name="Numbers">The numbers as read.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record ReportFindings(ReportNumbers Numbers, IReadOnlyList<Problem> Problems)
{
    private static readonly HashSet<string> shown =
    [
        .. ReportEntry.NumberFields.Select(field => field.Name()), "period", "unit", "members", "flag", "note", "evidence", "onBehalfOf",
        "reason", "silence",
    ];

    /// <summary>A number that looks like a slip.</summary>
    public (MeasurementField Field, Slip Slip)? Slip { get; init; }

    /// <summary>Whether nothing stands in the way of recording it.</summary>
    public bool None => Problems.Count == 0 && !Numbers.AreAsked && Slip is null;

    public IReadOnlyList<string> General(Words words) =>
        [.. Problems.Where(problem => !shown.Contains(problem.Field)).Select(problem => ProblemText.Of(words, problem))];

    public IReadOnlyDictionary<string, string> OfFields(Words words) => Problems
        .Where(problem => shown.Contains(problem.Field)).DistinctBy(problem => problem.Field)
        .ToDictionary(problem => problem.Field, problem => ProblemText.Of(words, problem));
}
