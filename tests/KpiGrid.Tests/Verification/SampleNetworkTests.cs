using KpiGrid.Host.Verification;
using Xunit;

namespace KpiGrid.Tests.Verification;

/// <summary>Diverted waste in the sample networks, from hand-made records.</summary>
public sealed class SampleNetworkTests
{
    private static readonly string[] Imog =
    [
        "BE-34002", "BE-34003", "BE-34009", "BE-34013", "BE-34022", "BE-45068",
        "BE-34023", "BE-34043", "BE-34040", "BE-37017", "BE-34042",
    ];

    private static readonly string[] Intradura =
    [
        "BE-23027", "BE-23016", "BE-23077", "BE-23106", "BE-23002", "BE-23003", "BE-23009", "BE-23025", "BE-23039",
        "BE-23052", "BE-23060", "BE-23064", "BE-23086", "BE-23097", "BE-23098", "BE-23100", "BE-23102", "BE-23104",
    ];

    private readonly HandMadeJournal journal = new();

    [Fact]
    public async Task Midtjylland_comes_to_142()
    {
        await Load();

        var sums = await journal.Ask("regions/midtjylland", "CDW-DIV", "2026-Q1");

        Assert.Equal(("142", 7), (Billionths.Text(sums.A), sums.N));
        Assert.Equal("55.5", await journal.Amount("municipalities/DK-0615", "CDW-DIV", "2026-Q1"));
    }

    [Fact]
    public async Task The_two_tracks_and_their_union_come_to_129_194_and_294()
    {
        await Load();

        Assert.Equal("129", await journal.Amount("regions/lc-strategie", "CDW-DIV", "2026-Q1"));
        Assert.Equal("194", await journal.Amount("regions/lc-pilot", "CDW-DIV", "2026-Q1"));
        Assert.Equal("294", await journal.Amount("regions/both-tracks", "CDW-DIV", "2026-Q1"));
        Assert.Null(await journal.Amount("regions/lc-pilot", "CDW-DIV", "2026-06"));
    }

    [Fact]
    public async Task The_two_bodies_come_to_180_and_114()
    {
        await Load();

        Assert.Equal("180", await journal.Amount("regions/intradura", "CDW-DIV", "2026-Q1"));
        Assert.Equal("15", await journal.Amount("municipalities/BE-23027", "CDW-DIV", "2026-Q1"));
        Assert.Equal("9.705882368", await journal.Amount("municipalities/BE-23002", "CDW-DIV", "2026-Q1"));
        Assert.Equal("9.705882352", await journal.Amount("municipalities/BE-23106", "CDW-DIV", "2026-Q1"));
        Assert.Equal("114", await journal.Amount("regions/imog", "CDW-DIV", "2026-Q1"));
        Assert.Equal("14", await journal.Amount("municipalities/BE-34022", "CDW-DIV", "2026-Q1"));
    }

    private async Task Load()
    {
        await journal.Kpi("CDW-DIV", "flow", "t", "reused", "prepared", "recycled", "backfilled");
        await Regions();
        await journal.Pilot("stop-byggespild", "DK-0615 25/100", "DK-0740 25/100", "DK-0751 35/100", "DK-0779 15/100");
        await Push("stop-byggespild", "a", 120, "\"flag\":\"weighed\"");
        await journal.Revise("stop-byggespild", "CDW-DIV", "a", 2, "2026-Q1", "\"a\":102,\"class\":\"recycled\",\"flag\":\"weighed\"");
        await Single("horsens-genbrugsplads", "DK-0615", 30);
        await Single("herning-center", "DK-0657", 10);
        await Single("skive-nedrivning", "DK-0779", 0);
        await journal.Pilot("intradura-zero-waste", [.. Intradura.Select(id => $"{id} 1/18")]);
        await Push("intradura-zero-waste", "a", 180, "\"flag\":\"weighed\"");
        await Push("intradura-zero-waste", "halle", 15, "\"municipality\":\"BE-23027\"");
        await journal.Pilot("imog-recyclagepark", [.. Imog.Select(id => $"{id} 1/11")]);
        await Push("imog-recyclagepark", "a", 110, "\"flag\":\"estimated\"");
        await Push("imog-recyclagepark", "kortrijk", 14, "\"municipality\":\"BE-34022\"");
    }

    private async Task Regions()
    {
        string[] strategy = ["BE-23027", "BE-13040", "BE-36015", "BE-35013", .. Imog];
        string[] pilot = ["BE-34022", "BE-46021", "BE-46025", .. Intradura];
        await journal.Region("midtjylland", "DK-0615", "DK-0740", "DK-0751", "DK-0779", "DK-0657", "DK-0760");
        await journal.Region("imog", Imog);
        await journal.Region("intradura", Intradura);
        await journal.Region("lc-strategie", [.. strategy.Select(id => $"{id} 2025-11-01..2026-07-01")]);
        await journal.Region("lc-pilot", [.. pilot.Select(id => $"{id} 2025-11-01..2026-05-01")]);
        await journal.Region("both-tracks", [.. strategy.Select(id => $"{id} 2025-11-01..2026-07-01"),
            .. pilot.Select(id => $"{id} 2025-11-01..2026-05-01")]);
    }

    private async Task Single(string pilot, string municipality, int amount)
    {
        await journal.Pilot(pilot, $"{municipality} 1/1");
        await Push(pilot, "a", amount, "\"flag\":\"measured\"");
    }

    private Task Push(string pilot, string id, int amount, string more) =>
        journal.Push(pilot, "CDW-DIV", id, "2026-Q1", $"\"a\":{amount},\"class\":\"recycled\",{more}");
}
