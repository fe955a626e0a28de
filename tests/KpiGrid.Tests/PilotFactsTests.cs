using Xunit;

namespace KpiGrid.Tests;

public sealed class PilotFactsTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    private static readonly DateOnly March = new(2026, 3, 1);

    [Fact]
    public void The_pilot_of_the_API_is_read_and_sound() => Assert.Empty(PilotTexts.Full.Check());

    [Fact]
    public void Shares_may_change_from_one_day_to_the_next() => Assert.Empty(Pilot(
        Share("DK-0615", 60, 100) with { To = March }, Share("DK-0740", 40, 100) with { To = March },
        Share("DK-0615", 1, 2) with { From = March }, Share("DK-0740", 1, 2) with { From = March }).Check());

    [Fact]
    public void Thirds_and_sevenths_add_to_exactly_one()
    {
        Assert.Empty(Equal(3).Check());
        Assert.Empty(Pilot(Share("DK-1", 1, 3), Share("DK-2", 1, 7), Share("DK-3", 11, 21)).Check());
    }

    [Fact]
    public void Near_one_is_not_one() => Assert.Equal("2026-01-01 999999/1000000",
        Sum(Pilot(Share("DK-1", 333_333, 1_000_000), Share("DK-2", 666_666, 1_000_000))));

    [Fact]
    public void The_first_day_that_does_not_add_up_is_named()
    {
        Assert.Equal("2026-03-01 2/5", Sum(Pilot(Share("DK-1", 60, 100) with { To = March }, Share("DK-2", 40, 100))));
        Assert.Equal("2026-03-01 11/10", Sum(Pilot(Share("DK-1", 1, 1), Share("DK-2", 1, 10) with { From = March })));
        Assert.Equal("2026-01-01 0", Sum(Pilot(Share("DK-1", 1, 1) with { From = March })));
    }

    [Fact]
    public void A_gap_is_found() => Assert.Equal("2026-03-01 0", Sum(Pilot(
        Share("DK-1", 1, 1) with { To = March }, Share("DK-1", 1, 1) with { From = March.AddDays(1) })));

    [Fact]
    public void Shares_before_the_start_add_to_one_as_well() => Assert.Equal("2025-12-31 1/2",
        Sum(Pilot(Share("DK-1", 1, 2) with { From = Start.AddDays(-1) }, Share("DK-2", 1, 2))));

    [Fact]
    public void All_shares_may_end_on_one_day() => Assert.Empty(Pilot(
        Share("DK-1", 1, 2) with { To = March }, Share("DK-2", 1, 2) with { To = March }).Check());

    [Fact]
    public void The_shares_of_one_KPI_add_to_one_by_themselves()
    {
        var general = Share("DK-1", 1, 1);
        var own = Share("DK-2", 1, 2) with { Kpi = KpiCode.Parse("EVT-N") };
        Assert.Equal("2026-01-01 1/2 of EVT-N", Sum(Pilot(general, own)));
        Assert.Empty(Pilot(general, own, own with { Municipality = Id("DK-3") }).Check());
        Assert.Equal("share-required shares; shares-not-one shares", Codes(Pilot(own)));
    }

    [Fact]
    public void A_KPI_has_shares_as_long_as_the_pilot_has() => Assert.Equal("2026-03-01 0 of EVT-N", Sum(Pilot(
        Share("DK-1", 1, 1), Share("DK-2", 1, 1) with { To = March, Kpi = KpiCode.Parse("EVT-N") })));

    [Fact]
    public void A_share_is_sound_by_itself()
    {
        Assert.Equal("share-out-of-range shares[0].parts", Codes(Pilot(Share("DK-1", 0, 1))));
        Assert.Equal("share-out-of-range shares[0].whole", Codes(Pilot(Share("DK-1", 1, 1_000_001))));
        Assert.Equal("share-out-of-range shares[0].whole", Codes(Pilot(Share("DK-1", 1, 0))));
        Assert.Equal("municipality-required shares[0].municipality",
            Codes(Pilot(new Share { Parts = 1, Whole = 1, From = Start })));
        Assert.Equal("range-empty shares[0].to", Codes(Pilot(Share("DK-1", 1, 1) with { To = Start })));
        Assert.Equal("ranges-overlap shares[1]", Codes(Pilot(Share("DK-1", 1, 2), Share("DK-1", 1, 2))));
        Assert.Equal("share-required shares", Codes(Pilot()));
    }

    [Fact]
    public void Figures_about_one_municipality_have_one_whole_share()
    {
        var pilot = Pilot(Share("DK-1", 1, 2), Share("DK-2", 1, 2)) with { Kind = PilotKind.Municipal };
        Assert.Equal("share-not-whole shares[0].parts; share-not-whole shares[1].parts", Codes(pilot));
        Assert.Empty((pilot with { Shares = [Share("DK-1", 1, 1)] }).Check());
    }

    [Fact]
    public void A_pilot_has_at_most_366_participants()
    {
        Assert.Empty(Equal(366).Check());
        Assert.Equal("too-many shares", Codes(Equal(367)));
    }

    [Fact]
    public void Many_unlike_shares_are_added_up_at_once()
    {
        var shares = Enumerable.Range(0, 10_000)
            .Select(number => Share($"DK-{number % 366}", 1, 999_000 + number % 997) with
            {
                From = Start.AddDays(number / 366), To = Start.AddDays(number / 366 + 1),
            });
        Assert.Equal("2026-01-01 another number", Sum(Pilot([.. shares])));
    }

    [Fact]
    public void Declared_KPI_streams_are_apart_and_belong_to_participants()
    {
        var declared = Declared("reused");
        var pilot = Pilot(Share("DK-1", 1, 1));
        Assert.Empty((pilot with { Kpis = [declared, declared with { Class = null }] }).Check());
        Assert.Equal("ranges-overlap kpis[1]", Codes(pilot with { Kpis = [declared, declared] }));
        Assert.Equal("municipality-without-share kpis[0].municipality",
            Codes(pilot with { Kpis = [declared with { Municipality = Id("DK-2") }] }));
        Assert.Equal("kpi-required kpis[0].kpi", Codes(pilot with { Kpis = [declared with { Kpi = default }] }));
    }

    [Fact]
    public void A_pilot_declares_at_most_10_000_KPI_streams()
    {
        var streams = Enumerable.Range(0, 10_001).Select(number => Declared($"c{number}")).ToList();
        Assert.Equal("too-many kpis", Codes(Pilot(Share("DK-1", 1, 1)) with { Kpis = streams }));
    }

    [Theory]
    [InlineData("https://example.org", true)]
    [InlineData("http://example.org/a?b=c", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("example.org", false)]
    [InlineData("//example.org", false)]
    [InlineData("", false)]
    public void A_link_leads_to_the_web_and_nowhere_else(string url, bool allowed) => Assert.Equal(
        allowed ? "" : "url-not-allowed links[0].url",
        Codes(Pilot(Share("DK-1", 1, 1)) with { Links = [new() { Title = "Page", Url = url }] }));

    [Fact]
    public void The_rest_of_a_pilot_is_checked_too()
    {
        var pilot = Pilot(Share("DK-1", 1, 1)) with
        {
            Name = "",
            Kind = 0,
            PlannedEnd = Start,
            Lead = new string('a', 201),
            Tags = ["\t"],
            Stages = [new()],
            Budget = [new() { Amount = Amount.Of(-1), Currency = "kr", From = Start }],
        };
        Assert.Equal(
            "text-required name; text-too-long lead; kind-unknown kind; range-empty plannedEnd; text-required tags[0]; "
            + "text-hidden-characters tags[0]; text-required stages[0].name; date-missing stages[0].on; "
            + "currency-unknown budget[0].currency; value-out-of-range budget[0].amount", Codes(pilot));
    }

    private static PilotFacts Pilot(params Share[] shares) =>
        new() { Name = "Pilot", Kind = PilotKind.Joint, Start = Start, Shares = shares };

    private static DeclaredStream Declared(string id) =>
        new() { Kpi = KpiCode.Parse("CDW-DIV"), Class = ClassId.Parse(id), From = Start };

    private static PilotFacts Equal(int count) =>
        Pilot([.. Enumerable.Range(1, count).Select(number => Share($"DK-{number}", 1, count))]);

    private static Share Share(string municipality, int parts, int whole) =>
        new() { Municipality = Id(municipality), Parts = parts, Whole = whole, From = Start };

    private static MunicipalityId Id(string text) => MunicipalityId.Parse(text.Length < 4 ? $"DK-{text}" : text);

    private static string Codes(PilotFacts pilot) =>
        string.Join("; ", pilot.Check().Select(problem => $"{problem.Code} {problem.Field}"));

    private static string Sum(PilotFacts pilot)
    {
        var problem = Assert.Single(pilot.Check());
        Assert.Equal("shares-not-one", problem.Code);
        var sum = problem.Remedy.Split("they add to ")[1].TrimEnd('.');
        var set = problem.Remedy.Contains("of EVT-N", StringComparison.Ordinal) ? " of EVT-N" : "";
        return $"{problem.Value} {sum}{set}";
    }
}
