using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Api.Measurements;

/// <summary>NDJSON and CSV through the API, and pushes whose good part will do.</summary>
[Collection(nameof(ApiCluster))]
public sealed class FormsEndpointTests(ApiCluster api)
{
    private const string Lines = "application/x-ndjson";
    private const string Header = "id,kpi,class,period,value,unit\n";

    [Theory]
    [InlineData("application/x-ndjson")]
    [InlineData("application/jsonl; charset=utf-8")]
    public async Task One_object_a_line_is_recorded(string contentType)
    {
        var pilot = await api.NewPilot();
        var answer = await api.Post(Route(pilot), $"{Waste("a", "1")}\n{Waste("b", "2")}\n", contentType);
        Assert.Equal((200, 2), (answer.Status, (int)answer.Json["recorded"]!));
    }

    [Fact]
    public async Task A_table_is_the_same_push_as_its_JSON()
    {
        var pilot = await api.NewPilot();
        var table = await api.Post(
            Route(pilot) + "?culture=da", "id;kpi;class;period;value;unit\na;CDW-DIV;recycled;2026-11;1.250,5;kg\n",
            "text/csv; charset=utf-8; header=present");
        var again = await api.Post(Route(pilot), Waste("a", "1250.50", "kg"));
        Assert.Equal((200, "1.2505"), (table.Status, table.Json["receipts"]![0]!["value"]!.ToJsonString()));
        Assert.Equal(1, (int)again.Json["repeated"]!);
    }

    [Fact]
    public async Task What_is_wrong_is_named_by_line_and_nothing_is_stored()
    {
        var pilot = await api.NewPilot();
        var table = await api.Post(
            Route(pilot), Header + "a,CDW-DIV,recycled,2026-11,1,t\n\nb,CDW-DIV,wood,2026-11,x,t\nc,CDW-DIV,wood,2026-11,1,t\n",
            "text/csv");
        var lines = await api.Post(Route(pilot), $"{Waste("a", "1")}\n{Waste("b", "\"x\"")}\n", Lines);
        Assert.Equal(422, table.Status);
        Assert.Equal([(1, 4, "not-a-number"), (2, 5, "class-unknown")], table.Json["errors"]!.AsArray().Select(error =>
            ((int)error!["index"]!, (int)error["line"]!, (string)error["code"]!)));
        Assert.Equal((422, 2), (lines.Status, (int)lines.Json["errors"]![0]!["line"]!));
        Assert.Equal(1, (int)(await api.Post(Route(pilot), Waste("a", "1"))).Json["recorded"]!);
    }

    [Theory]
    [InlineData("application/xml", "", 415)]
    [InlineData("text/csv; charset=latin1", "", 415)]
    [InlineData("text/csv; header=absent", "", 415)]
    [InlineData("text/csv", "?culture=fr", 422)]
    [InlineData("text/csv", "?separator=x", 422)]
    [InlineData("text/csv", "?kultur=da", 422)]
    [InlineData("text/csv", "", 400)]
    public async Task What_cannot_be_read_is_refused_before_it_is_looked_at(string contentType, string query, int status) =>
        Assert.Equal(status, (await api.Post(Route(await api.NewPilot()) + query, "id,kpi\n\"a,A", contentType)).Status);

    [Fact]
    public async Task Corrections_come_one_a_line_and_not_as_a_table()
    {
        var pilot = await api.NewPilot();
        await api.Post(Route(pilot), Waste("a", "1"));
        var route = $"/v1/pilots/{pilot}/corrections";
        var withdrawn = await api.Post(
            route, """{"id":"a","kpi":"CDW-DIV","revision":2,"kind":"withdrawal","reason":"sent twice"}""" + "\n", Lines);
        Assert.Equal((200, 2), (withdrawn.Status, (int)withdrawn.Json["receipts"]![0]!["revision"]!));
        Assert.Equal(415, (await api.Post(route, "id\na", "text/csv")).Status);
    }

    [Fact]
    public async Task The_good_part_of_a_push_is_recorded_in_one_record()
    {
        var pilot = await api.NewPilot();
        await api.Post(Route(pilot), Waste("old", "1"));
        string[] items =
        [
            Waste("a", "1"), "{\"id\":7}", Waste("old", "1.0"), Waste("old", "2"), Stock("s", "40"), Stock("t", "41"), Waste("b", "2"),
        ];

        var dry = await api.Post(Route(pilot) + "?partial=true&dryRun=true", string.Join('\n', items), Lines);
        var answer = await api.Post(Route(pilot) + "?partial=true", $"[{string.Join(',', items)}]");

        Assert.Equal((200, 200), (dry.Status, answer.Status));
        Assert.Equal((3, 1, 3), Counts(answer));
        Assert.Equal(Counts(answer), Counts(dry));
        Assert.Equal(["recorded", "refused", "repeated", "refused", "recorded", "refused", "recorded"], Statuses(answer));
        Assert.Equal(Statuses(answer), Statuses(dry));
        var receipts = answer.Json["receipts"]!.AsArray();
        Assert.All([receipts[0], receipts[4], receipts[6]], receipt => Assert.Equal(3, (int)receipt!["sequence"]!));
        Assert.Equal((409, "id-conflict", "old"), Refused(receipts[3]!));
        Assert.Equal((409, "day-taken", "t"), Refused(receipts[5]!));
        Assert.Equal(422, (int)receipts[1]!["problem"]!["status"]!);
        Assert.Equal(["wrong-type", "kpi-required", "period-required"],
            receipts[1]!["problem"]!["errors"]!.AsArray().Select(error => (string)error!["code"]!));
        Assert.Equal(2, (int)dry.Json["receipts"]![1]!["problem"]!["errors"]![0]!["line"]!);
    }

    [Fact]
    public async Task A_partial_push_of_nothing_good_stores_nothing()
    {
        var pilot = await api.NewPilot();
        var answer = await api.Post(
            Route(pilot) + "?partial=true", Header + "a,NO-SUCH,,2026-11,1,t\nb,CDW-DIV,recycled,2026-11,x,t\n", "text/csv");
        Assert.Equal(200, answer.Status);
        Assert.Equal((0, 0, 2), Counts(answer));
        Assert.Equal(2, (int)(await api.Post(Route(pilot), Waste("a", "1"))).Json["receipts"]![0]!["sequence"]!);
    }

    [Fact]
    public async Task More_than_may_be_listed_are_refused_one_by_one()
    {
        var pilot = await api.NewPilot();
        var rows = Enumerable.Range(0, 300).Select(i => $"m{i},CDW-DIV,recycled,2026-11,{(i % 2 == 0 ? "x" : "1")},t");
        var answer = await api.Post(Route(pilot) + "?partial=true", Header + string.Join('\n', rows), "text/csv");
        Assert.Equal((150, 0, 150), Counts(answer));
        Assert.Equal(300, answer.Json["receipts"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("[{\"id\":\"a\"", 400)]
    [InlineData("[]", 422)]
    public async Task A_body_that_is_none_is_refused_whole_though_partial(string body, int status) =>
        Assert.Equal(status, (await api.Post(Route(await api.NewPilot()) + "?partial=true", body)).Status);

    [Fact]
    public async Task Too_many_items_are_refused_whole_though_partial()
    {
        var pilot = await api.NewPilot();
        var rows = Enumerable.Range(0, 10_001).Select(i => $"m{i},CDW-DIV,recycled,2026-11,1,t");
        var answer = await api.Post(Route(pilot) + "?partial=true", Header + string.Join('\n', rows), "text/csv");
        Assert.Equal((422, "items-too-many"), answer.First);
    }

    private static (int Recorded, int Repeated, int Refused) Counts(ApiAnswer answer) =>
        ((int)answer.Json["recorded"]!, (int)answer.Json["repeated"]!, (int)answer.Json["refused"]!);

    private static IEnumerable<string> Statuses(ApiAnswer answer) =>
        answer.Json["receipts"]!.AsArray().Select(receipt => (string)receipt!["status"]!);

    private static (int, string, string) Refused(System.Text.Json.Nodes.JsonNode receipt) => (
        (int)receipt["problem"]!["status"]!, (string)receipt["problem"]!["errors"]![0]!["code"]!, (string)receipt["id"]!);

    private static string Route(string pilot) => $"/v1/pilots/{pilot}/measurements";

    private static string Waste(string id, string value, string unit = "t") =>
        $$"""{"id":"{{id}}","kpi":"CDW-DIV","class":"recycled","period":"2026-11","value":{{value}},"unit":"{{unit}}"}""";

    private static string Stock(string id, string value) =>
        $$"""{"id":"{{id}}","kpi":"BANK-STK","period":"2026-11-01","value":{{value}}}""";
}
