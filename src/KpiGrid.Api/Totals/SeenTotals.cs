using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Totals;

/// <summary>Answers questions for totals with what the caller may read of their lines.</summary>
internal sealed class SeenTotals(TotalsReader reader, Sight sight)
{
    /// <summary>The answer; null and errors when there is none. That the caller may read the total itself is asked
    /// before.</summary>
    public async Task<TotalsAnswer?> Answer(
        IReadOnlyList<PlaceRef> refs, TotalsQuestion question, Caller caller, QuestionErrors errors) =>
        await reader.Answer(refs, question with { Caller = caller }, errors) is { } answer ? await Seen(answer, question.Split, caller) : null;

    /// <summary>Without the lines of nodes that the caller may not read, or that hold such a node; classes are of the
    /// total itself.</summary>
    private async Task<TotalsAnswer> Seen(TotalsAnswer answer, Split split, Caller caller)
    {
        if (split is not (Split.Municipality or Split.Pilot)) return answer;
        var (kind, verb) = split == Split.Pilot
            ? (PlaceKind.Pilot, Verbs.Parts)
            : (PlaceKind.Municipality, Verbs.Total);
        var seen = await sight.Of(caller, verb, kind, answer.Split.SelectMany(Nodes).Distinct());
        var lines = answer.Split.Where(line => Nodes(line).All(seen.Contains)).ToList();
        if (lines.Count == answer.Split.Count) return answer;
        return answer with
        {
            Split = lines,
            Hidden = new(answer.Split.Count - lines.Count),
        };
    }

    private static IEnumerable<string> Nodes(SplitAnswer line) => line.Codes ?? [line.Key];
}
