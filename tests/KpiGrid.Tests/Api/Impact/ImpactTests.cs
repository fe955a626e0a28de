using KpiGrid.Tests.Api.Hosting;
using Xunit;
using static KpiGrid.Tests.Api.Impact.Network;

namespace KpiGrid.Tests.Api.Impact;

[Collection(nameof(ApiCluster))]
public sealed class ImpactTests(ApiCluster api)
{
    private readonly Network network = new(api);

    [Fact]
    public async Task Twelve_tonnes_move_Horsens_to_60_and_the_network_to_160_and_it_is_8_of_9()
    {
        var places = new List<string> { await network.NewPlace(1, "Horsens") };
        for (var i = 2; i <= 9; i++) places.Add(await network.NewPlace(i));
        var region = await network.NewRegion("The network", [.. places]);
        await network.Push(await network.NewPilot("CDW-GEN", places[0]), Waste("a", "48"), "");
        for (var i = 1; i <= 7; i++)
            await network.Push(await network.NewPilot("CDW-GEN", places[i]), Waste("a", i == 1 ? "40" : "10"), "");
        await network.NewPilot("CDW-GEN", places[8]);
        var pilot = await network.NewPilot("CDW-GEN", places[0]);

        var answer = await network.Push(pilot, Waste("wb-17", "12"));

        Assert.Equal(("48", "60"), Moved(answer, places[0]));
        Assert.Equal(("148", "160"), Moved(answer, region));
        Assert.Equal((null, "12"), Moved(answer, pilot));
        Assert.Equal(
            "12 t recorded, revision 1: CDW-GEN 2026-Q4 moves Horsens 48 to 60 t, The network 148 to 160 t, now 8 of 9.",
            (string?)answer.Json["impact"]!["text"]);
        Assert.Equal((1, 1), ((int)answer.Json["recorded"]!, (int)answer.Json["receipts"]![0]!["revision"]!));

        var again = await network.Push(pilot, Waste("wb-17", "12.0"));

        Assert.Equal("Already have it, nothing moved.", (string?)again.Json["impact"]!["text"]);
        Assert.Empty(again.Json["impact"]!["moves"]!.AsArray());
    }

    [Fact]
    public async Task A_correction_and_a_withdrawal_say_what_they_moved()
    {
        var place = await network.NewPlace(1);
        var pilot = await network.NewPilot(null, place);
        await network.Push(pilot, $"[{Waste("a", "12")},{Waste("b", "48")}]", "");

        var corrected = await network.Correct(pilot, Statement(2, "correction", ",\"period\":\"2026-03\",\"value\":10"));
        var withdrawn = await network.Correct(pilot, Statement(3, "withdrawal"));
        var again = await network.Correct(pilot, Statement(3, "withdrawal"));

        Assert.Equal(("60", "48"), Moved(corrected, place, "2026-Q4"));
        Assert.Equal((null, "10"), Moved(corrected, place, "2026-Q1"));
        Assert.Equal(("10", null), Moved(withdrawn, place));
        Assert.Equal("Already have it, nothing moved.", (string?)again.Json["impact"]!["text"]);
    }

    [Fact]
    public async Task Of_pushes_at_once_each_says_what_it_moved_itself()
    {
        var (one, other) = (await network.NewPlace(1), await network.NewPlace(2));
        var region = await network.NewRegion("Both", one, other);
        var pilots = new[] { await network.NewPilot(null, one), await network.NewPilot(null, one, other) };

        var answers = await Task.WhenAll(Enumerable.Range(1, 30).Select(async i =>
            (Tonnes: i, Answer: await network.Push(pilots[i % 2], Waste($"m-{i}", $"{i}")))));

        foreach (var (tonnes, answer) in answers)
        {
            var (from, to) = Moved(answer, region);
            Assert.Equal(Amount.Of(tonnes), Amount.Parse(to!) - Amount.Parse(from ?? "0"));
            Assert.True(Amount.Parse(to!) >= Amount.Of(tonnes) && Amount.Parse(to!) <= Amount.Of(465));
        }
        Assert.Equal(("465", "466"), Moved(await network.Push(pilots[0], Waste("last", "1")), region));
    }

    [Fact]
    public async Task A_joint_push_moves_every_share_and_each_region_on_its_days()
    {
        var (one, other) = (await network.NewPlace(1), await network.NewPlace(2));
        var (both, half) = (await network.NewRegion("Both", one, other), await network.NewRegion("Half", other));
        var pilot = await network.NewPilot(null, one, other);

        var answer = await network.Push(pilot, $"[{Waste("a", "10")},{Waste("b", "3", "2026-02-28")}]");

        Assert.Equal((null, "5"), Moved(answer, one, "2026-Q4"));
        Assert.Equal((null, "1.5"), Moved(answer, half, "2026-Q1"));
        Assert.Equal((null, "10"), Moved(answer, both, "2026-Q4"));
        Assert.Equal(
            ["2026-Q1", "2026-Q4"],
            answer.Json["impact"]!["moves"]!.AsArray().Select(move => (string)move!["period"]!).Distinct());
    }

    [Fact]
    public async Task A_ratio_moves_by_its_parts_and_is_divided_at_the_end()
    {
        var place = await network.NewPlace(1);
        await network.Push(await network.NewPilot(null, place), Ratio("90", "100"), "");
        var answer = await network.Push(await network.NewPilot(null, place), Ratio("10", "1000"));

        Assert.Equal(("90", "9.090909091"), Moved(answer, place));
        var move = answer.Json["impact"]!["moves"]!.AsArray().Last()!;
        Assert.Equal(("90", "100"), (move["before"]!["a"]!.ToJsonString(), move["before"]!["b"]!.ToJsonString()));
        Assert.Equal(("100", "1100"), (move["after"]!["a"]!.ToJsonString(), move["after"]!["b"]!.ToJsonString()));

        static string Ratio(string numerator, string denominator) => $$"""
            {"id":"a","kpi":"CDW-REC-R","period":"2026-11","numerator":{{numerator}},"denominator":{{denominator}}}
            """;
    }

    [Fact]
    public async Task A_stock_moves_the_closing_of_its_period()
    {
        var place = await network.NewPlace(1);
        var region = await network.NewRegion("Here", place);
        var pilot = await network.NewPilot(null, place);
        await network.Push(pilot, Stock("a", "2026-08-10", "1000"), "");

        var answer = await network.Push(pilot, Stock("b", "2026-11-10", "800"));

        Assert.Equal(("1000", "800"), Moved(answer, place, "2026-Q4"));
        Assert.Equal(("1000", "800"), Moved(answer, region, "2026-Q4"));

        static string Stock(string id, string day, string value) =>
            $$"""{"id":"{{id}}","kpi":"BANK-STK","period":"{{day}}","value":{{value}}}""";
    }

    [Fact]
    public async Task A_distinct_count_is_read_before_and_after_and_says_so()
    {
        var place = await network.NewPlace(1);
        await network.Push(await network.NewPilot(null, place), Companies("a", "[\"x\",\"y\"]"), "");
        var answer = await network.Push(await network.NewPilot(null, place), Companies("a", "[\"y\",\"z\"]"));

        Assert.Equal(("2", "3"), Moved(answer, place));
        Assert.All(answer.Json["impact"]!["moves"]!.AsArray(), move =>
            Assert.Equal("read-before-and-after", (string?)move!["how"]));

        static string Companies(string id, string members) =>
            $$"""{"id":"{{id}}","kpi":"ORG-COMP","period":"2026-11","members":{{members}}}""";
    }

    [Fact]
    public async Task A_score_moves_its_distribution()
    {
        var place = await network.NewPlace(1);
        var pilot = await network.NewPilot(null, place);
        await network.Push(pilot, Stage("a", "2026-11-01", 2), "");

        var move = (await network.Push(pilot, Stage("b", "2026-11-02", 3))).Json["impact"]!["moves"]!.AsArray().Last()!;

        Assert.Equal("[{\"class\":\"2\",\"count\":1}]", move["before"]!["distribution"]!.ToJsonString());
        Assert.Equal("[{\"class\":\"3\",\"count\":1}]", move["after"]!["distribution"]!.ToJsonString());

        static string Stage(string id, string day, int stage) =>
            $$"""{"id":"{{id}}","kpi":"STR-STAGE","period":"{{day}}","value":{{stage}}}""";
    }

    [Fact]
    public async Task Only_so_many_regions_are_listed()
    {
        var place = await network.NewPlace(1);
        for (var i = 0; i < 51; i++) await network.NewRegion($"Region {i}", place);

        var answer = await network.Push(await network.NewPilot(null, place), Waste("a", "1"));

        Assert.Equal(52, answer.Json["impact"]!["moves"]!.AsArray().Count);
        Assert.Equal(1, (int)answer.Json["impact"]!["leftOut"]!);
    }

    [Fact]
    public async Task A_partial_push_says_what_its_good_part_moved()
    {
        var place = await network.NewPlace(1);
        var pilot = await network.NewPilot(null, place);
        var good = await network.Push(pilot, $"[{Waste("a", "3")},{Waste("b", "\"x\"")}]", "?receipt=impact&partial=true");
        var bad = await network.Push(pilot, Waste("b", "\"x\""), "?receipt=impact&partial=true");
        Assert.Equal((null, "3"), Moved(good, place));
        Assert.Equal("Nothing was recorded, nothing moved.", (string?)bad.Json["impact"]!["text"]);
    }

    private static string Statement(int revision, string kind, string content = "") => $$"""
        {"id":"a","kpi":"CDW-GEN","revision":{{revision}},"kind":"{{kind}}","reason":"a slip"{{content}}}
        """;
}
