using CsCheck;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Xunit;

namespace KpiGrid.Tests.Web;

public sealed class ViewStateTests
{
    private static readonly Gen<PlaceRef> places = Gen.OneOf(
        One("ncc", "a", "x-1-9").Select(id => new PlaceRef(PlaceKind.Region, id)),
        One("DK-0615", "NL-GM0363", "BE-34022").Select(id => new PlaceRef(PlaceKind.Municipality, id)),
        One("stop-byggespild", "report", "0").Select(id => new PlaceRef(PlaceKind.Pilot, id)));

    private static readonly Gen<Period> periods = Gen.Select(Gen.Int[0, 20_000], Gen.Enum<PeriodSize>(), Gen.Int[0, 400],
        (day, size, length) => size == PeriodSize.Range
            ? Period.Of(new DayRange(Day(day), Day(day + length)))
            : Period.Of(Day(day), size));

    private static readonly Gen<ViewState> charts = Gen.Select(
        One("league", "series", "map-1"), Gen.Enum<ChartForm>(),
        (chart, form) => new ViewState { Page = PageKind.Charts, Chart = chart, Form = form });

    private static readonly Gen<ViewState> ofOne = Gen.Select(
        One(PageKind.Round, PageKind.Edition), One("2026-05-21", "1"), (page, which) => new ViewState { Page = page, Which = which });

    private static readonly Gen<ViewState> pages = Gen.OneOf(charts, ofOne,
        Gen.Enum<PageKind>().Where(page => page is not (PageKind.Charts or PageKind.Round or PageKind.Edition)).Select(page => new ViewState { Page = page }));

    private static readonly Gen<ViewState> states = Gen.Select(
        Gen.Select(pages, places.Null(), One([.. Language.All])),
        Gen.Select(One("CDW-DIV", "A", "9-Z").Null(), One("wood", "a-1").Null(),
            One("DK-0740", "NL-GM0983").Null()),
        Gen.Select(periods.Nullable(), Gen.Enum<PeriodSize>().Where(size => size != PeriodSize.Range).Nullable()),
        Gen.Select(Gen.Enum<Per>(), Gen.Enum<Clock>(), Gen.Select(places.List[0, 4], places.List[0, 3]),
            One("ncc", "lc-pilot").Null(), One("sample-eur-dkk:EUR", "s:DKK").Null()),
        Gen.Select(Gen.Int[0, 20_000].Select(Day).Nullable(), Gen.String[1, 20].Null(), Gen.String[1, 20].Null(),
            One("wb-2026/7 #1", "a&b").Null(), One("import-0f", "x").Null()),
        (page, kpi, when, how, what) => page.Item1 with
        {
            Place = page.Item2,
            Language = page.Item3,
            Kpi = kpi.Item1 is { } code ? KpiCode.Parse(code) : null,
            Class = kpi.Item2 is { } @class ? ClassId.Parse(@class) : null,
            Participant = kpi.Item3 is { } municipality ? MunicipalityId.Parse(municipality) : null,
            Period = when.Item1,
            By = when.Item2,
            Per = how.Item1,
            Clock = how.Item2,
            With = how.Item3.Item1,
            Without = how.Item3.Item2,
            Members = how.Item4 is { } region ? RegionId.Parse(region) : null,
            Money = how.Item5 is { } money ? Money.Of(money) : null,
            Since = what.Item1,
            Query = Valid(what.Item2),
            After = Valid(what.Item3),
            Correct = what.Item4 is { } id ? MeasurementId.Parse(id) : null,
            Import = what.Item5,
        });

    [Fact]
    public void Every_view_is_read_back_from_its_address() => states.Sample(state =>
    {
        var read = ViewReader.Read(state.Address, Language.English);
        Assert.Equivalent(state, read, strict: true);
        Assert.Equal(state.Address, read.Address);
    });

    [Fact]
    public void An_address_is_short_and_in_one_order()
    {
        var state = new ViewState
        {
            Place = new(PlaceKind.Region, "ncc"), Language = Language.Danish, Kpi = KpiCode.Parse("CDW-DIV"),
            Period = Period.Parse("2026-Q1"),
        };
        Assert.Equal("/regions/ncc?kpi=CDW-DIV&period=2026-Q1&lang=da", state.Address);
        Assert.Equal("/regions/ncc/charts/league.csv?kpi=CDW-DIV&period=2026-Q1&lang=da",
            state.Only("league", ChartForm.Csv).Address);
        Assert.Equal("/?lang=da", new ViewState { Language = Language.Danish }.Address);
    }

    [Theory]
    [InlineData("/regions/ncc?period=soon", "period")]
    [InlineData("/regions/ncc?period=1899", "period")]
    [InlineData("/regions/ncc?period=3000", "period")]
    [InlineData("/regions/ncc?kpi=%3Cscript%3E", "kpi")]
    [InlineData("/regions/ncc?by=range", "by")]
    [InlineData("/regions/ncc?lang=de", "lang")]
    [InlineData("/regions/ncc?since=2026-13-01", "since")]
    [InlineData("/regions/ncc?per=head", "per")]
    [InlineData("/compare?with=nowhere", "with")]
    public void What_cannot_be_read_is_named(string address, string part) =>
        Assert.Equal([part], ViewReader.Read(address, Language.English).Wrong.Select(wrong => wrong.Name));

    [Fact]
    public void A_page_that_is_no_view_keeps_its_path_in_another_language() =>
        Assert.Equal("/sign-in/kg_abc?lang=nl",
            (ViewReader.Read("/sign-in/kg_abc?lang=da", Language.English) with { Language = Language.Dutch }).Address);

    [Fact]
    public void Names_it_does_not_know_are_left_alone() =>
        Assert.Empty(ViewReader.Read("/regions/ncc?utm_source=x&period=", Language.English).Wrong);

    private static Gen<TValue> One<TValue>(params TValue[] values) =>
        Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static DateOnly Day(int number) => new DateOnly(1990, 1, 1).AddDays(number);

    /// <summary>Without halves of characters, which no address can hold.</summary>
    private static string? Valid(string? text) =>
        text is null || text.Any(char.IsSurrogate) ? null : text;
}
