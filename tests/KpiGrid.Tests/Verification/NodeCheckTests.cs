using System.Net;
using System.Text;
using KpiGrid.Host.Http;
using KpiGrid.Host.Verification;
using Xunit;

namespace KpiGrid.Tests.Verification;

/// <summary>Answers of a server held against the journal.</summary>
public sealed class NodeCheckTests : IDisposable
{
    private static readonly Node P1 = new(NodeKind.Pilot, "p1");
    private readonly HandMadeJournal journal = new();
    private readonly ScriptedServer server = new();

    [Fact]
    public async Task An_answer_that_equals_the_journal_differs_in_nothing()
    {
        await Waste();
        server.Answer("by=month", Totals("\"value\":12.50,\"n\":1", "\"value\":12.5,\"n\":1"));
        server.Answer("to=2026-04-01&split", Totals("\"value\":12.5,\"n\":1,\"a\":null,\"shown\":13", "\"value\":12.5,\"n\":1"));

        Assert.Empty(await Check());
        Assert.Equal(
            "/v1/pilots/p1/totals?kpi=F&from=2026-03-01&to=2026-04-01&by=month&split=class", server.Asked[0]);
    }

    [Fact]
    public async Task A_planted_difference_is_named_with_node_period_class_and_both_values()
    {
        await Waste();
        server.Answer("by=month", Totals("\"value\":12.5,\"n\":2", "\"value\":12.500000001,\"n\":1"));
        server.Answer("to=2026-04-01&split", Totals("\"value\":12.5,\"n\":1", "\"value\":12.5,\"n\":1"));

        var differences = await Check();

        Assert.Equal(
        [
            new("pilots/p1", "F", "2026-03", null, "n", "1", "2"),
            new("pilots/p1", "F", "2026-03", "wood", "value", "12.5", "12.500000001"),
        ], differences);
    }

    [Fact]
    public async Task A_class_that_is_missing_or_too_many_is_named()
    {
        await Waste();
        var answer = Totals("\"value\":12.5,\"n\":1", "\"value\":12.5,\"n\":1").Replace("wood", "glass", StringComparison.Ordinal);
        server.Answer("", answer);

        var classes = (await Check()).Select(difference => (difference.Class, difference.Field, difference.Expected)).Distinct();

        Assert.Equal([("glass", "n", "0"), ("glass", "value", "null"), ("wood", "n", "1"), ("wood", "value", "12.5")], classes);
    }

    [Fact]
    public async Task A_server_that_refuses_is_named()
    {
        await Waste();

        Assert.All(await Check(), difference => Assert.Equal(("answer", "404"), (difference.Field, difference.Found)));
    }

    [Fact]
    public async Task A_server_that_lags_is_asked_again()
    {
        await Waste();
        server.Answer("", Totals("\"value\":null,\"n\":0", "\"value\":null,\"n\":0"), times: 2);
        server.Answer("", Totals("\"value\":12.5,\"n\":1", "\"value\":12.5,\"n\":1"));

        Assert.Empty(await Check());
    }

    [Fact]
    public async Task What_is_written_while_asking_is_read_from_the_journal_first()
    {
        await Waste();
        server.Meanwhile = () => journal.Push("p1", "F", "b", "2026-03-02", "\"a\":1,\"class\":\"wood\"");
        server.Answer("", Totals("\"value\":13.5,\"n\":2", "\"value\":13.5,\"n\":2"));

        Assert.Empty(await Check());
    }

    [Theory]
    [InlineData("ratio", "%", "\"a\":1,\"b\":3", "\"value\":33.333333333,\"a\":1,\"b\":3,\"n\":1")]
    [InlineData("level", "score", "\"a\":1,\"b\":3", "\"value\":0.333333333,\"a\":1,\"b\":3,\"n\":1")]
    [InlineData("ratio", "%", "\"a\":0,\"b\":0", "\"value\":null,\"a\":0,\"b\":0,\"n\":1")]
    [InlineData("stock", "t", "\"a\":0", "\"value\":0,\"n\":1")]
    [InlineData("flow", "money", "\"a\":5,\"unit\":\"DKK\"", "\"value\":5,\"unit\":\"DKK\",\"n\":1")]
    [InlineData("distinct", "company", "\"a\":2,\"members\":[\"x\",\"y\"]", "\"value\":2,\"n\":1")]
    [InlineData("distinct", "company", "\"a\":2", "\"value\":null,\"atLeast\":2,\"atMost\":2,\"n\":1")]
    [InlineData("score", "score", "\"a\":1,\"value\":2",
        "\"value\":null,\"distribution\":[{\"class\":\"2\",\"count\":1}],\"median\":2,\"n\":1")]
    public async Task Every_kind_is_read_in_its_own_form(string kind, string unit, string sent, string answered)
    {
        await journal.Kpi("F", kind, unit);
        await journal.Pilot("p1", "A-1 1/1");
        await journal.Push("p1", "F", "a", "2026-03-31", sent);
        server.Answer("", Totals(answered, answered));

        Assert.Empty(await Check());
    }

    [Fact]
    public async Task Two_currencies_have_no_value_but_an_amount_each()
    {
        await journal.Kpi("F", "flow", "money");
        await journal.Pilot("p1", "A-1 1/1");
        await journal.Push("p1", "F", "a", "2026-03-31", "\"a\":5,\"unit\":\"EUR\"");
        await journal.Push("p1", "F", "b", "2026-03-31", "\"a\":7,\"unit\":\"DKK\"");
        server.Answer("", Totals(
            "\"value\":null,\"n\":2,\"amounts\":[{\"unit\":\"DKK\",\"value\":7,\"n\":1},{\"unit\":\"EUR\",\"value\":5,\"n\":1}]", ""));

        Assert.Empty(await Check());
    }

    public void Dispose() => server.Dispose();

    private async Task Waste()
    {
        await journal.Kpi("F", "flow", "t", "wood");
        await journal.Pilot("p1", "A-1 1/1");
        await journal.Push("p1", "F", "a", "2026-03-31", "\"a\":12.5,\"class\":\"wood\"");
    }

    private async Task<IReadOnlyList<Difference>> Check()
    {
        using var client = new HttpClient(server) { BaseAddress = new("http://test") };
        var http = new PatientHttp(client, TimeProvider.System, new());
        var check = new NodeCheck(await journal.Read(), http, Clock.Today, [.. Enumerable.Repeat(TimeSpan.Zero, 6)]);
        return await check.Check(P1, TestContext.Current.CancellationToken);
    }

    private static string Totals(string period, string wood) =>
        $$"""{"version":"1-2-00","periods":[{{{period}}}],"split":[{"key":"wood","periods":[{{{wood}}}]}]}""";

    private sealed class Clock : TimeProvider
    {
        public static Clock Today { get; } = new();

        public override DateTimeOffset GetUtcNow() => new(2026, 10, 11, 9, 0, 0, TimeSpan.Zero);
    }

    /// <summary>Answers what was laid down for it, the last answer for ever.</summary>
    private sealed class ScriptedServer : HttpMessageHandler
    {
        private readonly List<(string Part, string Answer, int Times)> script = [];

        public List<string> Asked { get; } = [];

        public Func<Task>? Meanwhile { get; set; }

        public void Answer(string part, string answer, int times = int.MaxValue) => script.Add((part, answer, times));

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!.PathAndQuery;
            Asked.Add(asked);
            if (Meanwhile is { } meanwhile)
            {
                Meanwhile = null;
                await meanwhile();
            }
            var at = script.FindIndex(line => line.Times > 0 && asked.Contains(line.Part, StringComparison.Ordinal));
            if (at < 0) return new(HttpStatusCode.NotFound);
            script[at] = script[at] with { Times = script[at].Times - 1 };
            return new(HttpStatusCode.OK) { Content = new StringContent(script[at].Answer, Encoding.UTF8, "application/json") };
        }
    }
}
