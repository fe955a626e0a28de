using CsCheck;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using Xunit;
using static KpiGrid.Tests.Api.Given;

namespace KpiGrid.Tests.Api;

/// <summary>A total without some is the total of those who remain.</summary>
public sealed class LeftOutTests
{
    private static readonly SumsQuestion question = new() { Kpi = KpiCode.Parse("CDW-DIV"), Periods = [Quarter] };
    private static readonly string[] codes = ["DK-1", "DK-2", "DK-3", "DK-4"];
    private static readonly string[] pilots = ["bank", "joint", "school"];

    private static readonly Gen<PeriodSum?> allocated = Gen.Select(
        Gen.Bool, Gen.Int[-99, 999], Gen.Int[1, 9], Gen.Int[0, 2], Gen.Int[1, 9], (isThere, a, b, covered, member) => !isThere ? null
            : Sum(Bucket($"{a}.{b}", $"{b}")) with
            {
                Members = [(UInt128)member],
                Coverage = covered == 0 ? Coverage.None : new(covered - 1, 1, new(2026, 1, b)),
            });

    [Fact]
    public void It_is_the_total_of_a_world_in_which_they_never_were() => Gen.Select(
        allocated.Array[codes.Length * pilots.Length], Gen.Int[0, 15], Gen.Int[0, 7]).Sample((sums, places, activities) =>
    {
        PlaceRef[] nodes =
        [
            .. codes.Where((_, at) => (places >> at & 1) == 1).Select(code => new PlaceRef(PlaceKind.Municipality, code)),
            .. pilots.Where((_, at) => (activities >> at & 1) == 1).Select(pilot => new PlaceRef(PlaceKind.Pilot, pilot)),
        ];
        var left = LeftOut.Of(nodes).From(World(sums, (_, _) => true));
        var never = World(sums, (code, pilot) => !nodes.Any(node => node.Id == code || node.Id == pilot));

        Assert.Equivalent(Total(never), Total(left), strict: true);
        Assert.All(left, each => Assert.Empty(each.Sums.Parts));
    });

    private static List<(MunicipalityId, Sums)> World(PeriodSum?[] sums, Func<string, string, bool> isThere) =>
        [.. codes.Select((code, at) => (MunicipalityId.Parse(code), Municipality(
            [.. pilots.Select((pilot, n) => (pilot, Sum: sums[at * pilots.Length + n]))
                .Where(part => part.Sum is not null && isThere(code, part.pilot)).Select(part => Part(part.pilot, part.Sum!))])))];

    private static Sums Municipality(SumPart[] parts) =>
        Sums([Fold.MergeSameMunicipality(Quarter, parts.Select(part => part.Periods[0]))], parts);

    private static PeriodSum Total(IReadOnlyList<(MunicipalityId, Sums)> answers) =>
        SumsUnion.OfMunicipalities(question, answers, Sums([]) with { Version = NodeVersion.None }).Periods[0];
}
