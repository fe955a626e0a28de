using KpiGrid.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KpiGrid.Api.Questions;

/// <summary>Everything wrong with a question, so that it is told at once.</summary>
internal sealed class QuestionErrors
{
    private const int ListedMax = 100;
    private readonly List<Problem> refused = [];
    private readonly List<Problem> unknown = [];

    public bool Any => refused.Count + unknown.Count > 0;

    public IReadOnlyList<Problem> Listed => [.. refused.Concat(unknown).Take(ListedMax)];

    /// <summary>404 when nothing is wrong but that something asked for is not there.</summary>
    public int Status => refused.Count > 0 ? 422 : 404;

    public void Refuse(string field, string? value, string code, string remedy) =>
        Add(refused, new(field, value, code, remedy));

    public void Unknown(string field, string? value, string code, string remedy) =>
        Add(unknown, new(field, value, code, remedy));

    /// <summary>Several places may be looked up at once.</summary>
    private void Add(List<Problem> problems, Problem problem)
    {
        lock (refused) problems.Add(problem);
    }

    public ProblemHttpResult Answer() => Refused.With(Status, Listed);

    /// <summary>The answer in JSON; where there is none, what is wrong.</summary>
    public IResult Answer<T>(T? answer) where T : class =>
        answer is null ? Answer() : TypedResults.Json(answer, KpiGridJson.Options);
}
