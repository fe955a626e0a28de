using System.Text.Json.Nodes;
using System.Text.Json;
using KpiGrid.Host.Samples;
using Xunit;

namespace KpiGrid.Tests.Samples;

public sealed class SampleNetworksTests
{
    private static readonly SampleNetworks Networks = SampleNetworks.Read();

    private static readonly Dictionary<string, MunicipalityFacts> Municipalities =
        Facts<MunicipalityFacts>(Networks.Municipalities);

    private static readonly Dictionary<string, RegionFacts> Regions = Facts<RegionFacts>(Networks.Regions);

    private static readonly Dictionary<string, PilotFacts> Pilots = Facts<PilotFacts>(Networks.Pilots);

    [Fact]
    public void The_document_holds_every_noun_of_the_five_networks()
    {
        Assert.Equal((64, 13, 20), (Municipalities.Count, Regions.Count, Pilots.Count));
        Assert.Equal((67, 1), (Networks.Measurements.Count, Networks.Corrections.Count));
    }

    [Fact]
    public void Every_noun_is_sound()
    {
        Assert.All(Municipalities, pair => Assert.Empty(pair.Value.Check()));
        Assert.All(Regions, pair => Assert.Empty(pair.Value.Check()));
        Assert.All(Pilots, pair => Assert.Empty(pair.Value.Check()));
    }

    [Fact]
    public void Everything_invented_is_marked_as_sample()
    {
        Assert.All(Regions, pair => Assert.True(pair.Value.Sample));
        Assert.All(Pilots, pair => Assert.True(pair.Value.Sample));
        Assert.All(All, item => Assert.Contains("sample", item.Content["tags"]!.AsArray().Select(tag => (string?)tag)));
    }

    [Theory]
    [InlineData("midtjylland", 19)]
    [InlineData("ncc", 10)]
    [InlineData("stop-byggespild", 4)]
    [InlineData("cirkelstad", 4)]
    [InlineData("lc-strategie", 15)]
    [InlineData("lc-pilot", 21)]
    [InlineData("imog", 11)]
    [InlineData("intradura", 18)]
    [InlineData("gvt", 3)]
    [InlineData("live", 3)]
    [InlineData("dk", 21)]
    [InlineData("nl", 5)]
    [InlineData("be", 35)]
    public void A_region_has_its_members_in_the_spring_of_2026(string region, int members) =>
        Assert.Equal(members, Members(region, new(2026, 3, 31)).Count());

    [Fact]
    public void Midtjylland_has_its_inhabitants() => Assert.Equal(
        1_320_678, Members("midtjylland", new(2026, 3, 31)).Sum(id => Municipalities[id].Population[0].Value));

    [Fact]
    public void Intradura_lost_a_member_to_the_merger_of_2025() => Assert.Equal(
        ["BE-23024", "BE-23032"],
        Members("intradura", new(2024, 12, 31)).Except(Members("intradura", new(2025, 1, 1))).Order());

    [Fact]
    public void The_two_tracks_together_have_34_members() => Assert.Equal(
        34, Members("lc-strategie", new(2026, 3, 31)).Union(Members("lc-pilot", new(2026, 3, 31))).Count());

    [Fact]
    public void Every_place_named_is_in_the_document()
    {
        var named = Regions.Values.SelectMany(region => region.Members.Select(member => member.Municipality))
            .Concat(Pilots.Values.SelectMany(pilot => pilot.Shares.Select(share => share.Municipality)))
            .Concat(Municipalities.Values.SelectMany(municipality => municipality.Intervals)
                .SelectMany(interval => interval.Successors.Select(next => next.Code)));
        Assert.All(named, id => Assert.Contains(id.Value, Municipalities.Keys));
    }

    [Fact]
    public void Every_measurement_has_an_id_of_its_own_and_a_sound_period()
    {
        var ids = Networks.Measurements.Select(
            item => (item.Pilot, (string)item.Content["kpi"]!, (string)item.Content["id"]!));
        Assert.Equal(Networks.Measurements.Count, ids.Distinct().Count());
        Assert.All(Networks.Measurements, item =>
            Assert.True(MeasurementId.TryParse((string?)item.Content["id"], out _)));
        Assert.All(All, item => Assert.True(Period.TryParse((string?)item.Content["period"], out _)));
    }

    [Fact]
    public void Every_measurement_is_declared_by_its_pilot() => Assert.All(Networks.Measurements, item =>
        Assert.Contains(Pilots[item.Pilot].Kpis, declared => declared.Kpi.Value == (string?)item.Content["kpi"]
            && declared.Class?.Value == (string?)item.Content["class"]
            && declared.Municipality?.Value == (string?)item.Content["municipality"]));

    [Fact]
    public void A_measurement_is_recorded_ten_days_after_its_last_day()
    {
        Assert.All(Networks.Measurements, item =>
            Assert.Equal(
                Period.Parse((string)item.Content["period"]!).Range.Last.AddDays(10),
                DateOnly.FromDateTime(item.RecordedAt.UtcDateTime)));
        Assert.Equal(new(2026, 6, 2, 9, 0, 0, TimeSpan.Zero), Assert.Single(Networks.Corrections).RecordedAt);
        Assert.Equal(new(2026, 10, 10, 9, 0, 0, TimeSpan.Zero), Networks.Measurements[^1].RecordedAt);
    }

    [Fact]
    public void Every_kind_of_KPI_and_every_input_form_is_there()
    {
        string[] forms = ["value", "numerator", "weight", "members", "reading"];
        Assert.All(forms, form => Assert.Contains(Networks.Measurements, item => item.Content.ContainsKey(form)));
        var kinds = Networks.Measurements.Select(item => KpiKindOf((string)item.Content["kpi"]!)).ToHashSet();
        Assert.Equal(Enum.GetValues<KpiKind>().Length, kinds.Count);
    }

    private static IEnumerable<SampleItem> All => Networks.Measurements.Concat(Networks.Corrections);

    private static KpiKind KpiKindOf(string code) => StarterCatalogue.Kpis[KpiCode.Parse(code)].Kind;

    private static IEnumerable<string> Members(string region, DateOnly day) => Regions[region].Members
        .Where(member => member.From <= day && !(member.To <= day))
        .Select(member => member.Municipality.Value);

    private static Dictionary<string, T> Facts<T>(IReadOnlyDictionary<string, JsonObject> nouns) =>
        nouns.ToDictionary(pair => pair.Key, pair => pair.Value.Deserialize<T>(KpiGridJson.Options)!);
}
