using KpiGrid.Api.Questions;
using Xunit;

namespace KpiGrid.Tests.Cluster;

/// <summary>Short ways to push, correct and read.</summary>
internal static class Pushes
{
    /// <summary>Waste generated, in tonnes: a flow without classes.</summary>
    public const string Kpi = "CDW-GEN";

    public static readonly DayRange Year = new(new(2026, 1, 1), new(2026, 12, 31));

    public static Measurement Tonnes(string id, decimal value, string period = "2026-Q1", string? municipality = null) => new()
    {
        Id = MeasurementId.Parse(id), Kpi = KpiCode.Parse(Kpi), Period = period, Value = Amount.Of(value), Unit = "t",
        Municipality = municipality is null ? null : MunicipalityId.Parse(municipality),
    };

    public static Push Push(params Measurement[] measurements) => new() { Measurements = measurements, Author = "actor-1" };

    public static CorrectionPush Correct(
        string id, int revision, RevisionKind kind, Measurement? content = null, string reason = "a slip") => new()
    {
        Author = "actor-1",
        Corrections =
        [
            new()
            {
                Kpi = KpiCode.Parse(Kpi), Id = MeasurementId.Parse(id), Revision = revision, Kind = kind,
                Reason = reason, Content = content,
            },
        ],
    };

    public static SumsQuestion Asking(Split split = Split.None, string kpi = Kpi) =>
        new() { Kpi = KpiCode.Parse(kpi), Periods = [Year], Split = split };

    public static decimal Total(this Sums sums) => Total(sums.Periods);

    public static decimal Total(this IReadOnlyList<PeriodSum> periods) =>
        periods[0].Buckets.Sum(bucket => bucket.Value.A.ToDecimal());

    public static async Task<decimal> Total(this IPilotGrain pilot) => (await pilot.Sums(Asking())).Total();

    public static async Task<decimal> Total(this IMunicipalityGrain node) => (await node.Sums(Asking())).Total();

    public static async Task<decimal> Total(this IRegionGrain node) => (await node.Sums(Asking())).Total();

    /// <summary>Pushes, and waits until everything above has it.</summary>
    public static async Task<PushAnswer> PushAndSettle(this Grid grid, string pilot, params Measurement[] measurements) =>
        await grid.Settled(pilot, grid.Pilot(pilot).Record(Push(measurements)));

    public static async Task<PushAnswer> CorrectAndSettle(this Grid grid, string pilot, CorrectionPush corrections) =>
        await grid.Settled(pilot, grid.Pilot(pilot).Correct(corrections));

    public static async Task Settle(this Grid grid, string pilot, long sequence)
    {
        foreach (var node in await Insist(() => grid.Pilot(pilot).Settle(sequence)))
            await Insist(async () =>
            {
                await grid.Municipality(node.Municipality.Value).Settle(node.Version);
                return node;
            });
    }

    /// <summary>Asks again where a node says that it is not ready, or that a report was not answered: as every client does.</summary>
    public static Task<T> Insist<T>(Func<Task<T>> ask) => Readily.Ask(TimeSpan.FromSeconds(60), ask);

    private static async Task<PushAnswer> Settled(this Grid grid, string pilot, Task<PushAnswer> push)
    {
        var answer = await push;
        Assert.True(answer.Refusals.Count == 0, string.Join("; ", answer.Refusals));
        await grid.Settle(pilot, answer.Token!.Value.Sequence);
        return answer;
    }
}
