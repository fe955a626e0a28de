using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests.Api.Sample;

/// <summary>The questions to the sample networks whose answers are known.</summary>
public sealed class SampleTotalsTests(SampleGrid grid)
{
    private const string Quarter = "from=2026-01-01&to=2026-04-01";
    private const string Diverted = $"kpi=CDW-DIV&{Quarter}";

    [Theory]
    [InlineData("regions/midtjylland/totals?"), InlineData("regions/ncc/totals?")]
    [InlineData("totals?place=regions/midtjylland&place=regions/ncc&")]
    public async Task The_province_the_network_and_their_union_come_to_142_and_knew_160(string place)
    {
        var now = Only(await grid.Get($"/v1/{place}{Diverted}"));
        Assert.Equal((142m, 7), (Value(now), N(now)));
        Assert.Equal((5, 5), Coverage(now));

        var then = Only(await grid.Get($"/v1/{place}{Diverted}&asOf=2026-05-21T12:00:00Z"));
        Assert.Equal((160m, 7), (Value(then), N(then)));
        Assert.Equal((5, 5), Coverage(then));
    }

    [Theory]
    [InlineData("regions/ncc/totals?"), InlineData("totals?place=regions/ncc&place=regions/midtjylland&")]
    public async Task The_parts_of_the_network_carry_their_names(string place)
    {
        var parts = Parts(await grid.Get($"/v1/{place}{Diverted}&split=municipality"));
        Assert.Equal(55.5m, parts["Horsens"]);
        Assert.Equal((25.5m, 35.7m, 15.3m, 10m),
            (parts["Silkeborg"], parts["Aarhus"], parts["Skive"], parts["Herning"]));
    }

    [Fact]
    public async Task A_region_is_split_by_pilot_and_by_class_now_and_then()
    {
        foreach (var split in (string[])["pilot", "class"])
        foreach (var (asOf, total) in ((string, decimal)[])[("", 142), ("&asOf=2026-05-21T12:00:00Z", 160)])
        {
            var answer = await grid.Get($"/v1/regions/ncc/totals?{Diverted}&split={split}{asOf}");
            var values = answer.GetProperty("split").EnumerateArray()
                .Select(part => Value(part.GetProperty("periods")[0]));
            Assert.Equal(total, values.Sum(value => value ?? 0));
        }
    }

    [Fact]
    public async Task Months_inside_a_quarter_figure_are_marked()
    {
        var months = (await grid.Get($"/v1/regions/ncc/totals?{Diverted}&by=month")).GetProperty("periods");
        Assert.Equal(["2026-01", "2026-02", "2026-03"], months.EnumerateArray()
            .Select(month => month.GetProperty("period").GetString()));
        Assert.Equal([null, null, 142m], months.EnumerateArray().Select(Value));
        Assert.Contains("inside-quarter-figure", Marks(months[0]));
        Assert.Contains("quarter-figure", Marks(months[2]));
    }

    [Theory]
    [InlineData("regions/lc-strategie/totals?", "129"), InlineData("regions/lc-pilot/totals?", "194")]
    [InlineData("totals?place=regions/lc-strategie&place=regions/lc-pilot&", "294")]
    [InlineData("regions/intradura/totals?", "180"), InlineData("regions/imog/totals?", "114")]
    public async Task The_tracks_and_bodies_come_to_what_they_should(string place, string value) =>
        Assert.Equal(Decimal(value), Value(Only(await grid.Get($"/v1/{place}{Diverted}"))));

    [Fact]
    public async Task What_is_seen_twice_in_a_network_and_in_two_tracks_is_told()
    {
        var network = await grid.Get($"/v1/overlap?place=regions/ncc&kpi=CDW-DIV&{Quarter}");
        Assert.Equal((142m, 448m, 306m), (Told(network, "real"), Told(network, "membersSum"), Told(network, "twice")));
        var tracks = await grid.Get($"/v1/overlap?place=regions/lc-strategie&place=regions/lc-pilot&{Diverted}");
        Assert.Equal((294m, 323m, 29m), (Told(tracks, "real"), Told(tracks, "placesSum"), Told(tracks, "placesTwice")));
        Assert.Equal(29m, tracks.GetProperty("municipalities").EnumerateArray().Sum(shared => Told(shared, "twice")));
        Assert.Equal("DKK", (await grid.Get($"/v1/overlap?place=regions/ncc&kpi=FIN-SPD&{Quarter}")).GetProperty("unit").GetString());
    }

    private static decimal Told(JsonElement answer, string name) => answer.GetProperty(name).GetDecimal();

    [Fact]
    public async Task Quotients_are_taken_at_the_end()
    {
        var rate = Only(await grid.Get($"/v1/regions/midtjylland/totals?kpi=CDW-REC-R&{Quarter}"));
        Assert.Equal(9.090909091m, Value(rate));
        Assert.Equal((100m, 1100m), (rate.GetProperty("a").GetDecimal(), rate.GetProperty("b").GetDecimal()));
        Assert.Equal(11m, Value(Only(await grid.Get($"/v1/regions/midtjylland/totals?kpi=GWP-LC&{Quarter}"))));
        var union = await grid.Get(
            $"/v1/totals?place=regions/midtjylland&place=municipalities/NL-GM0983&kpi=GWP-LC&{Quarter}");
        Assert.Equal(9.842857143m, Value(Only(union)));
    }

    [Fact]
    public async Task Aarhus_has_a_stock_with_a_mean_and_an_intake()
    {
        Assert.Equal(48m, Value(Only(await grid.Get($"/v1/municipalities/DK-0751/totals?kpi=BANK-STK&{Quarter}"))));
        var mean = Only(await grid.Get($"/v1/municipalities/DK-0751/totals?kpi=BANK-STK&{Quarter}&mean=month"));
        Assert.Equal(47.422222222m, Value(mean));
        Assert.Equal(39.075m, Value(Only(await grid.Get($"/v1/municipalities/DK-0751/totals?kpi=BANK-IN&{Quarter}"))));
    }

    [Fact]
    public async Task Workshops_in_thirds_are_shown_whole()
    {
        var answer = await grid.Get($"/v1/regions/cirkelstad/totals?kpi=EVT-N&{Quarter}&split=municipality");
        Assert.Equal(10m, Only(answer).GetProperty("shown").GetDecimal());
        var shown = answer.GetProperty("split").EnumerateArray().Select(part =>
            (Value(part.GetProperty("periods")[0]), part.GetProperty("periods")[0].GetProperty("shown").GetDecimal()));
        Assert.Equal([(3.333333334m, 4m), (3.333333333m, 3m), (3.333333333m, 3m)], shown);
    }

    [Fact]
    public async Task Two_currencies_are_two_amounts()
    {
        var spent = Only(await grid.Get($"/v1/totals?place=regions/ncc&place=regions/gvt&kpi=FIN-SPD&{Quarter}"));
        Assert.Null(Value(spent));
        Assert.Equal([("DKK", 1_650_000m), ("EUR", 12_500m)], spent.GetProperty("amounts").EnumerateArray()
            .Select(amount => (amount.GetProperty("unit").GetString()!, amount.GetProperty("value").GetDecimal())));
    }

    [Fact]
    public async Task Members_are_counted_once()
    {
        var address = "/v1/pilots/stop-byggespild/totals?kpi=ORG-TRAIN&from=2026-01-01&to=2026-07-01";
        Assert.Equal(20m, Value(Only(await grid.Get(address))));
    }

    [Fact]
    public async Task A_score_is_a_distribution_with_its_lower_median()
    {
        var stage = Only(await grid.Get($"/v1/regions/lc-strategie/totals?kpi=STR-STAGE&{Quarter}"));
        Assert.Equal(["2", "3"], stage.GetProperty("distribution").EnumerateArray()
            .Select(line => line.GetProperty("class").GetString()));
        Assert.Equal(2m, stage.GetProperty("median").GetDecimal());
        Assert.Equal((2, 4), Coverage(stage));
    }

    [Fact]
    public async Task A_weighed_total_is_split_again_and_an_estimated_one_gives_way()
    {
        var weighed = ByCode(await grid.Get($"/v1/regions/intradura/totals?{Diverted}&split=municipality"));
        Assert.Equal(18, weighed.Count);
        Assert.Equal((15m, 9.705882368m), (weighed["BE-23027"], weighed["BE-23002"]));
        Assert.Equal(16, weighed.Values.Count(value => value == 9.705882352m));
        var estimated = ByCode(await grid.Get($"/v1/regions/imog/totals?{Diverted}&split=municipality"));
        Assert.Equal(14m, estimated["BE-34022"]);
        Assert.Equal(10, estimated.Values.Count(value => value == 10m));
    }

    [Fact]
    public async Task Vacant_floor_area_closes_at_6000_and_then_4500()
    {
        var answer = await grid.Get("/v1/regions/gvt/totals?kpi=VAC-A&from=2026-01-01&to=2026-07-01&by=quarter");
        Assert.Equal([6000m, 4500m], answer.GetProperty("periods").EnumerateArray().Select(Value));
    }

    [Fact]
    public async Task A_share_change_splits_the_money_of_two_months()
    {
        const string Months = "kpi=FIN-SPD&from=2026-02-01&to=2026-04-01";
        var answer = await grid.Get($"/v1/pilots/waasland-kenniscentrum/totals?{Months}&split=municipality");
        Assert.Equal(50_000m, Value(Only(answer)));
        Assert.Equal(new() { ["BE-46021"] = 32_000m, ["BE-46025"] = 18_000m }, ByCode(answer));
        Assert.Equal(32_000m, Value(Only(await grid.Get($"/v1/municipalities/BE-46021/totals?{Months}"))));
    }

    [Fact]
    public async Task Three_quarters_of_Herning_s_centre_come_to_3_730_000_kroner()
    {
        var spent = Only(await grid.Get(
            "/v1/pilots/herning-center/totals?kpi=FIN-SPD&from=2026-01-01&to=2026-10-01"));
        Assert.Equal(3_730_000m, Value(spent));
    }

    [Fact]
    public async Task A_flow_after_the_end_of_a_track_does_not_count_for_it()
    {
        const string Day = "kpi=MAT-REU&from=2026-04-01&to=2026-07-01";
        Assert.Equal(3.1m, Value(Only(await grid.Get($"/v1/municipalities/BE-34022/totals?{Day}"))));
        var track = Only(await grid.Get($"/v1/regions/lc-pilot/totals?{Day}"));
        Assert.Null(Value(track));
        Assert.Equal(0, track.GetProperty("n").GetInt32());
    }

    private static Dictionary<string, decimal?> ByCode(JsonElement answer) => answer.GetProperty("split")
        .EnumerateArray().ToDictionary(part => part.GetProperty("key").GetString()!, part => Value(part.GetProperty("periods")[0]));

    private static JsonElement Only(JsonElement answer)
    {
        Assert.True(answer.TryGetProperty("periods", out var periods), answer.ToString());
        return Assert.Single(periods.EnumerateArray());
    }

    private static Dictionary<string, decimal?> Parts(JsonElement answer) => answer.GetProperty("split")
        .EnumerateArray()
        .ToDictionary(part => part.GetProperty("name").GetString()!, part => Value(part.GetProperty("periods")[0]));

    private static decimal? Value(JsonElement period) =>
        period.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;

    private static int N(JsonElement period) => period.GetProperty("n").GetInt32();

    private static (int Reported, int Expected) Coverage(JsonElement period) => (
        period.GetProperty("coverage").GetProperty("reported").GetInt32(),
        period.GetProperty("coverage").GetProperty("expected").GetInt32());

    private static IEnumerable<string?> Marks(JsonElement period) =>
        period.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString());

    private static decimal Decimal(string text) =>
        decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
