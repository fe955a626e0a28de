using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Totals;

/// <summary>
/// Members and pilots that a question is answered without, as if they had never been there. What remains keeps its own: the
/// shares of a joint pilot are not dealt out anew.
/// </summary>
internal sealed record LeftOut(IReadOnlySet<MunicipalityId> Municipalities, IReadOnlySet<PilotId> Pilots)
{
    public static LeftOut Nobody { get; } = Of([]);

    public static LeftOut Of(IReadOnlyCollection<PlaceRef> nodes) => new(
        nodes.Where(node => node.Kind == PlaceKind.Municipality).Select(node => MunicipalityId.Parse(node.Id)).ToHashSet(),
        nodes.Where(node => node.Kind == PlaceKind.Pilot).Select(node => PilotId.Parse(node.Id)).ToHashSet());

    public bool IsNobody => Municipalities.Count + Pilots.Count == 0;

    /// <summary>What is left of the answers of municipalities, each of them split by pilot; not split any more.</summary>
    public IReadOnlyList<(MunicipalityId Municipality, Sums Sums)> From(
        IReadOnlyList<(MunicipalityId Municipality, Sums Sums)> answers) =>
        [.. answers.Where(answer => !Municipalities.Contains(answer.Municipality))
            .Select(answer => (answer.Municipality, From(answer.Sums)))];

    private Sums From(Sums sums)
    {
        var kept = sums.Parts.Where(part => !Pilots.Contains(PilotId.Parse(part.Key))).ToList();
        if (kept.Count == sums.Parts.Count) return sums with { Parts = [] };
        return sums with
        {
            Periods = Fold.MergeAllOfSameMunicipality(
                [.. sums.Periods.Select(period => period.Days)], [.. kept.Select(part => part.Periods)]),
            Parts = [],
        };
    }
}
