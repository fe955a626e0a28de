using System.Text.Json;

namespace KpiGrid.Host.Verification;

/// <summary>Holds an answer against what the journal comes to.</summary>
/// <param name="recomputation">What the journal comes to.</param>
/// <param name="today">The day of the answer, in UTC; a place may be a day ahead or behind.</param>
internal sealed class Comparison(Recomputation recomputation, DateOnly today)
{
    private static readonly IReadOnlyDictionary<string, string> Nothing =
        new Dictionary<string, string> { ["n"] = "0" };

    public IReadOnlyList<Difference> Of(Question question, JsonElement answer)
    {
        var expected = recomputation.Ask(question.Node, question.Kpi, question.Periods());
        var found = answer.Items("periods");
        if (found.Count != expected.Count)
            return [Named(question, expected[0].Days, null, "answer", $"{expected.Count} periods", $"{found.Count}")];
        var differences = new List<Difference>();
        Compare(question, null, expected, found, differences);
        if (question.SplitsByClass) CompareClasses(question, expected, answer, differences);
        return differences;
    }

    private void CompareClasses(
        Question question, IReadOnlyList<PeriodSums> expected, JsonElement answer, List<Difference> differences)
    {
        var split = answer.Items("split").ToDictionary(line => line.Text("key")!, line => line.Items("periods"));
        var classes = expected.SelectMany(sums => sums.Classes).Concat(split.Keys)
            .Distinct().Order(StringComparer.Ordinal);
        foreach (var id in classes)
        {
            var ofClass = expected.Select(sums => sums.OfClass(id)).ToList();
            if (!split.TryGetValue(id, out var found)) found = [.. ofClass.Select(_ => default(JsonElement))];
            Compare(question, id, ofClass, found, differences);
        }
    }

    private void Compare(
        Question question, string? id, IReadOnlyList<PeriodSums> expected, IReadOnlyList<JsonElement> found,
        List<Difference> differences)
    {
        foreach (var (sums, period) in expected.Zip(found))
        {
            var inAnswer = period.ValueKind == JsonValueKind.Undefined ? Nothing : PeriodAnswer.Read(period);
            var worth = Worth.Of(question.Kpi, sums);
            if (IsFuture(sums.Days.First, inAnswer)) worth = Nothing;
            differences.AddRange(worth.Keys.Union(inAnswer.Keys)
                .Select(field => Named(question, sums.Days, id, field,
                    worth.GetValueOrDefault(field, "null"), inAnswer.GetValueOrDefault(field, "null")))
                .Where(each => each.Expected != each.Found));
        }
    }

    // A period after today is null; where "today" is the place's, either answer may be the right one.
    private bool IsFuture(DateOnly first, IReadOnlyDictionary<string, string> answer) =>
        first > today.AddDays(1) || (first >= today && Same(answer, Nothing));

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(field => other.GetValueOrDefault(field.Key) == field.Value);

    private static Difference Named(
        Question question, DayRange days, string? id, string field, string expected, string found) =>
        new(question.Node.ToString(), question.Kpi.Code, Period.Of(days).ToString(), id, field, expected, found);
}
