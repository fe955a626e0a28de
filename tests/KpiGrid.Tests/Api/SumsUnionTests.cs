using KpiGrid.Api.Totals;
using Xunit;
using static KpiGrid.Tests.Api.Given;

namespace KpiGrid.Tests.Api;

public sealed class SumsUnionTests
{
    private static readonly Sums None = Sums([]) with { Version = NodeVersion.None };

    [Fact]
    public void The_joint_pilot_and_two_others_come_to_160()
    {
        (string Id, string[] Amounts)[] members =
        [
            ("DK-0615", ["30", "30"]), ("DK-0740", ["30"]), ("DK-0751", ["42"]), ("DK-0779", ["18"]),
            ("DK-0657", ["10"]),
        ];
        var union = SumsUnion.OfMunicipalities(Question(Split.Municipality),
            [.. members.Select(member => (MunicipalityId.Parse(member.Id), Covered(member.Amounts)))], None);

        Assert.Equal(("160", 6), (Total(union.Periods[0]), union.Periods[0].N));
        Assert.Equal(new Coverage(5, 5, null), union.Periods[0].Coverage);
        Assert.Equal("60", Total(union.Parts[0].Periods[0]));
        Assert.Equal("10", Total(union.Parts.Single(part => part.Key == "DK-0657").Periods[0]));
        Assert.Equal(5, union.Version.Count);
    }

    [Fact]
    public void A_silent_municipality_lowers_coverage_and_not_the_total()
    {
        var silent = Sums([Sum() with { Coverage = new(0, 1, null) }]);
        var union = SumsUnion.OfMunicipalities(Question(Split.None),
            [(MunicipalityId.Parse("DK-0615"), Covered("142")), (MunicipalityId.Parse("DK-0779"), silent)], None);
        Assert.Equal(("142", new Coverage(1, 2, null)), (Total(union.Periods[0]), union.Periods[0].Coverage));
    }

    [Fact]
    public void Parts_of_one_pilot_in_several_municipalities_are_one_line()
    {
        Sums first = Sums([Sum()], Part("p1", Sum(Bucket("30"))), Part("p2", Sum(Bucket("5"))));
        var second = Sums([Sum()], Part("p1", Sum(Bucket("42"))));
        var union = SumsUnion.OfMunicipalities(Question(Split.Pilot),
            [(MunicipalityId.Parse("DK-0615"), first), (MunicipalityId.Parse("DK-0751"), second)], None);
        Assert.Equal([("p1", "72"), ("p2", "5")], union.Parts.Select(part => (part.Key, Total(part.Periods[0]))));
    }

    [Fact]
    public void The_past_of_pilots_is_the_past_of_their_municipalities()
    {
        var joint = Sums([Sum(Bucket("120"))], Part("DK-0615", Reported("30", 1)), Part("DK-0740", Reported("30", 1)));
        var own = Sums([Sum(Bucket("30", @class: "wood"))], Part("DK-0615", Reported("30", 0, "wood")));
        (PilotId, Sums)[] answers = [(PilotId.Parse("joint"), joint), (PilotId.Parse("own"), own)];

        var places = SumsUnion.OfPilots(Question(Split.Municipality), answers, None);
        Assert.Equal("90", Total(places.Periods[0]));
        Assert.Equal(new Coverage(1, 2, null), places.Periods[0].Coverage);
        Assert.Equal([("DK-0615", "60"), ("DK-0740", "30")],
            places.Parts.Select(part => (part.Key, Total(part.Periods[0]))));

        var pilots = SumsUnion.OfPilots(Question(Split.Pilot), answers, None);
        Assert.Equal([("joint", "60"), ("own", "30")], pilots.Parts.Select(part => (part.Key, Total(part.Periods[0]))));

        var classes = SumsUnion.OfPilots(Question(Split.Class), answers, None);
        Assert.Equal([("wood", "30")], classes.Parts.Select(part => (part.Key, Total(part.Periods[0]))));
    }

    private static PeriodSum Reported(string amount, int reported, string? @class = null) =>
        Sum(Bucket(amount, @class: @class)) with { Coverage = new(reported, 1, null) };

    private static Sums Covered(params string[] amounts) =>
        Sums([Sum([.. amounts.Select(amount => Bucket(amount))]) with { Coverage = new(1, 1, null) }]);

    private static SumsQuestion Question(Split split) =>
        new() { Kpi = KpiCode.Parse("CDW-DIV"), Periods = [Quarter], Split = split };

    private static string Total(PeriodSum sum) =>
        sum.Buckets.Aggregate(Amount.Zero, (total, bucket) => total + bucket.Value.A).ToString();
}
