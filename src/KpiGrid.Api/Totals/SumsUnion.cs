namespace KpiGrid.Api.Totals;

/// <summary>Puts the answers of several nodes together as one.</summary>
internal static class SumsUnion
{
    /// <summary>The union of distinct municipalities, each municipality-day once.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="answers">
    /// What each municipality answered; split as the question says, a split by municipality left to this.
    /// </param>
    /// <param name="none">What an empty set of municipalities answers.</param>
    public static Sums OfMunicipalities(
        SumsQuestion question, IReadOnlyList<(MunicipalityId Municipality, Sums Sums)> answers, Sums none) => new()
        {
            Version = answers.Aggregate(none.Version, (version, answer) => version.With(answer.Sums.Version)),
            ConfirmedAt = answers.Select(answer => answer.Sums.ConfirmedAt).Append(none.ConfirmedAt).Min(),
            Periods = Fold.AddAll(question.Periods, [.. answers.Select(answer => answer.Sums.Periods)]),
            Parts = question.Split == Split.Municipality
                ? Parts(answers.Select(answer => new SumPart(answer.Municipality.Value, answer.Sums.Periods)))
                : PartsByKey(question, answers.SelectMany(answer => answer.Sums.Parts)),
        };

    /// <summary>The union of several pilots, each asked for its parts by municipality.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="answers">What each pilot answered; its parts are municipalities, each on the days that
    /// count.</param>
    /// <param name="none">What no pilot answers.</param>
    public static Sums OfPilots(
        SumsQuestion question, IReadOnlyList<(PilotId Pilot, Sums Sums)> answers, Sums none)
    {
        var municipalities = answers.SelectMany(answer => answer.Sums.Parts).GroupBy(part => part.Key)
            .Select(group => new SumPart(group.Key, Fold.MergeAllOfSameMunicipality(
                question.Periods, [.. group.Select(part => part.Periods)])))
            .ToList();
        var periods = Fold.AddAll(question.Periods, [.. municipalities.Select(part => part.Periods)]);
        return new()
        {
            Version = answers.Aggregate(none.Version, (version, answer) => version.With(answer.Sums.Version)),
            ConfirmedAt = answers.Select(answer => answer.Sums.ConfirmedAt).Append(none.ConfirmedAt).Min(),
            Periods = periods,
            Parts = question.Split switch
            {
                Split.Municipality => Parts(municipalities),
                Split.Pilot => Parts(answers.Where(answer => answer.Sums.Parts.Count > 0).Select(answer => new SumPart(
                    answer.Pilot.Value,
                    Fold.AddAll(question.Periods, [.. answer.Sums.Parts.Select(part => part.Periods)])))),
                Split.Class => Classes(periods),
                _ => [],
            },
        };
    }

    /// <summary>One part a class, cut from sums of all classes; the members of a distinct count have no class
    /// there.</summary>
    public static IReadOnlyList<SumPart> Classes(IReadOnlyList<PeriodSum> periods) =>
        [.. periods.SelectMany(sum => sum.Buckets).Select(bucket => bucket.Class).OfType<ClassId>().Distinct().Order()
            .Select(@class => new SumPart(@class.Value, [.. periods.Select(sum => new PeriodSum
            {
                Days = sum.Days,
                Buckets = [.. sum.Buckets.Where(bucket => bucket.Class == @class)],
            })]))];

    private static IReadOnlyList<SumPart> PartsByKey(SumsQuestion question, IEnumerable<SumPart> parts) =>
        Parts(parts.GroupBy(part => part.Key).Select(group => new SumPart(
            group.Key, Fold.AddAll(question.Periods, [.. group.Select(part => part.Periods)]))));

    private static IReadOnlyList<SumPart> Parts(IEnumerable<SumPart> parts) =>
        [.. parts.OrderBy(part => part.Key, StringComparer.Ordinal)];
}
