using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Api.Measurements;

[Collection(nameof(ApiCluster))]
public sealed class MeasurementEndpointTests(ApiCluster api)
{
    [Fact]
    public async Task A_push_is_receipted_in_input_order()
    {
        var pilot = await api.NewPilot();
        var answer = await api.Post(Route(pilot), $"[{Waste("a", "1250", "kg")},{Waste("b", "0.10")}]");
        Assert.Equal(200, answer.Status);
        Assert.Equal((2, 0), ((int)answer.Json["recorded"]!, (int)answer.Json["repeated"]!));
        Assert.NotNull((string?)answer.Json["token"]);
        Assert.Equal(
            $"{{\"id\":\"a\",\"kpi\":\"CDW-DIV\",\"stream\":\"{pilot}/CDW-DIV/recycled\",\"sequence\":2,"
            + "\"revision\":1,\"status\":\"recorded\",\"value\":1.25,\"unit\":\"t\",\"periodStatus\":\"open\"}",
            answer.Json["receipts"]![0]!.ToJsonString());
        Assert.Equal("0.1", answer.Json["receipts"]![1]!["value"]!.ToJsonString());
    }

    [Fact]
    public async Task A_repeat_gets_the_same_receipt_and_other_content_conflicts()
    {
        var pilot = await api.NewPilot();
        var first = await api.Post(Route(pilot), Waste("a", "1.0"));
        var again = await api.Post(Route(pilot), Waste("a", "1.00"));
        var other = await api.Post(Route(pilot), Waste("a", "2"));
        Assert.Equal(1, (int)again.Json["repeated"]!);
        Assert.Equal(Sequence(first), Sequence(again));
        Assert.Equal(409, other.Status);
        Assert.Equal(0, Assert.Single(other.Errors).Index);
    }

    [Fact]
    public async Task All_errors_are_listed_in_their_places_and_nothing_is_stored()
    {
        var pilot = await api.NewPilot();
        await api.Post(Route(pilot), Waste("taken", "1"));
        var bad = Waste("x", "1e308");
        var unknown = Waste("y", "1").Replace("CDW-DIV", "NO-SUCH", StringComparison.Ordinal);
        var answer = await api.Post(Route(pilot), $"[{Waste("ok", "1")},{bad},{Waste("taken", "2")},{unknown}]");
        Assert.Equal(422, answer.Status);
        Assert.Equal([1, 2, 3], answer.Errors.Select(error => error.Index));
        Assert.Equal(["value-out-of-range", "kpi-unknown"], [answer.Errors[0].Code, answer.Errors[2].Code]);
        Assert.Equal(1, (int)(await api.Post(Route(pilot), Waste("ok", "1"))).Json["recorded"]!);
    }

    [Fact]
    public async Task The_lowest_index_decides_the_status()
    {
        var pilot = await api.NewPilot();
        await api.Post(Route(pilot), Waste("taken", "1"));
        var answer = await api.Post(Route(pilot), $"[{Waste("taken", "2")},{Waste("x", "\"1,5\"")}]");
        Assert.Equal(409, answer.Status);
        Assert.Equal("not-a-number", answer.Errors[1].Code);
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        var pilot = await api.NewPilot();
        var dry = await api.Post(Route(pilot) + "?dryRun=true", Waste("a", "1"));
        Assert.Equal((200, true), (dry.Status, (bool)dry.Json["dryRun"]!));
        Assert.Null(dry.Json["token"]);
        var wet = await api.Post(Route(pilot), Waste("a", "1"));
        Assert.Equal(1, (int)wet.Json["recorded"]!);
    }

    [Fact]
    public async Task A_dry_run_asks_about_a_number_that_does_not_fit_in_and_the_push_takes_it()
    {
        var pilot = await api.NewPilot();
        await api.Post(Route(pilot), $"[{Waste("a", "1.2")},{Waste("b", "0.9")},{Waste("c", "1.1")}]");
        var dry = await api.Post(Route(pilot) + "?dryRun=true", $"[{Waste("good", "1.3")},{Waste("slip", "1250")}]");
        Assert.Equal(
            """[{"id":"slip","kpi":"CDW-DIV","field":"value","looks":"thousand","usual":1.1,"likely":1.25}]""",
            dry.Json["doubts"]!.ToJsonString());
        var kilograms = await api.Post(Route(pilot) + "?dryRun=true", Waste("right", "1250", "kg"));
        Assert.Empty(kilograms.Json["doubts"]!.AsArray());
        Assert.Equal(1250, (int)(await api.Post(Route(pilot), Waste("slip", "1250"))).Json["receipts"]![0]!["value"]!);
    }

    [Fact]
    public async Task A_closed_period_takes_nothing_until_it_is_opened_again()
    {
        var pilot = await api.NewPilot();
        await api.Post(Route(pilot), Waste("a", "1"));
        Assert.Equal(200, (await Facts(pilot, "\"closedBefore\":\"2026-12-01\",\"reason\":\"the year is agreed\",")).Status);
        Assert.Equal((409, "period-closed"), (await api.Post(Route(pilot), Waste("b", "1"))).First);
        Assert.Equal((409, "period-closed"), (await api.Post(Corrections(pilot), Statement(2, "withdrawal"))).First);
        Assert.Equal(1, (int)(await api.Post(Route(pilot), Waste("a", "1"))).Json["repeated"]!);
        Assert.Equal(200, (await Facts(pilot, "\"reason\":\"a load was forgotten\",")).Status);
        Assert.Equal(1, (int)(await api.Post(Route(pilot), Waste("b", "1"))).Json["recorded"]!);
    }

    private Task<ApiAnswer> Facts(string pilot, string more) => api.Put($"/v1/pilots/{pilot}", ApiCluster.Pilot("A pilot", more));

    [Theory]
    [InlineData("?dryrn=true", 422, "parameter-unknown")]
    [InlineData("?dryRun=maybe", 400, "parameter-unreadable")]
    [InlineData("?dryRun=true&dryRun=false", 400, "parameter-unreadable")]
    [InlineData("?partial=yes", 400, "parameter-unreadable")]
    [InlineData("?receipt=all", 422, "receipt-unknown")]
    [InlineData("?receipt=impact&dryRun=true", 422, "impact-of-dry-run")]
    public async Task A_query_that_is_not_understood_records_nothing(string query, int status, string code)
    {
        var pilot = await api.NewPilot();
        Assert.Equal((status, code), (await api.Post(Route(pilot) + query, Waste("a", "1"))).First);
        Assert.Equal(1, (int)(await api.Post(Route(pilot), Waste("a", "1"))).Json["recorded"]!);
    }

    [Theory]
    [InlineData("no-such-pilot", "{\"id\":\"a\",\"kpi\":\"CDW-DIV\",\"period\":\"2026-11\",\"value\":1}")]
    [InlineData("no-such-pilot", "[]")]
    [InlineData("no-such-pilot", "[{\"id\":\"a\"},{\"id\":\"a\",\"kpi\":\"CDW-DIV\",\"period\":\"2026-11\"}]")]
    [InlineData("NOT%20AN%20ID", "{}")]
    public async Task An_unknown_pilot_is_404(string pilot, string body) =>
        Assert.Equal((404, "pilot-unknown"), (await api.Post(Route(pilot), body)).First);

    [Fact]
    public async Task A_correction_makes_the_next_revision_and_a_withdrawal_the_one_after()
    {
        var pilot = await api.NewPilot();
        await api.Post(Route(pilot), Waste("a", "1"));
        var corrected = await api.Post(Corrections(pilot), $$"""
            {"id":"a","kpi":"CDW-DIV","class":"recycled","period":"2026-11","value":3,"unit":"t",
             "revision":2,"kind":"correction","reason":"typed wrong"}
            """);
        var withdrawn = await api.Post(Corrections(pilot), Statement(3, "withdrawal"));
        var repeated = await api.Post(Corrections(pilot), Statement(3, "withdrawal"));
        var gap = await api.Post(Corrections(pilot), Statement(9, "restore"));
        Assert.Equal((200, 2), (corrected.Status, (int)corrected.Json["receipts"]![0]!["revision"]!));
        Assert.Equal((200, 1), (withdrawn.Status, (int)withdrawn.Json["recorded"]!));
        Assert.Equal((200, 1), (repeated.Status, (int)repeated.Json["repeated"]!));
        Assert.Equal(409, gap.Status);
    }

    [Fact]
    public async Task Parts_are_receipted_with_both()
    {
        var pilot = await api.NewPilot();
        var answer = await api.Post(Route(pilot), """
            {"id":"a","kpi":"CDW-REC-R","period":"2026-11","numerator":30,"denominator":120}
            """);
        Assert.Equal(200, answer.Status);
        Assert.Equal(("30", "120"), (
            answer.Json["receipts"]![0]!["value"]!.ToJsonString(), answer.Json["receipts"]![0]!["b"]!.ToJsonString()));
    }

    [Fact]
    public async Task Ten_thousand_measurements_are_one_record()
    {
        var pilot = await api.NewPilot();
        var items = Enumerable.Range(0, 10_000).Select(i => Waste($"m-{i}", "0.001"));
        var answer = await api.Post(Route(pilot), $"[{string.Join(',', items)}]");
        Assert.Equal((200, 10_000), (answer.Status, (int)answer.Json["recorded"]!));
        Assert.Equal(2, (int)answer.Json["receipts"]![9_999]!["sequence"]!);
    }

    private static long Sequence(ApiAnswer answer) => (long)answer.Json["receipts"]![0]!["sequence"]!;

    private static string Route(string pilot) => $"/v1/pilots/{pilot}/measurements";

    private static string Corrections(string pilot) => $"/v1/pilots/{pilot}/corrections";

    private static string Waste(string id, string value, string unit = "t") => $$"""
        {"id":"{{id}}","kpi":"CDW-DIV","class":"recycled","period":"2026-11","value":{{value}},"unit":"{{unit}}"}
        """;

    private static string Statement(int revision, string kind) => $$"""
        {"id":"a","kpi":"CDW-DIV","revision":{{revision}},"kind":"{{kind}}","reason":"sent twice"}
        """;
}
