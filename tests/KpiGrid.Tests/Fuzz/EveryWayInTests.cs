using System.Text.Json;
using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Fuzz;

/// <summary>Each text that is no value, in every way in: refused in words, and nothing of it or beside it is stored.</summary>
[Collection(nameof(ApiCluster))]
public sealed class EveryWayInTests(ApiCluster api)
{
    private const string Good = """{"id":"good","kpi":"CDW-GEN","period":"2026-11","value":1,"unit":"t"}""";

    public static TheoryData<string> Ways => [.. bodies.Keys];

    /// <summary>A body with a good item and one in which the text stands, already quoted for its form.</summary>
    private static readonly Dictionary<string, (string Type, string Route, Func<string, string> Body)> bodies = new()
    {
        ["JSON value"] = Json(text => $$"""{"id":"x","kpi":"CDW-GEN","period":"2026-11","value":{{text}},"unit":"t"}"""),
        ["JSON numerator"] = Json(text =>
            $$"""{"id":"x","kpi":"CDW-REC-R","period":"2026-11","numerator":{{text}},"denominator":100}"""),
        ["JSON weight"] = Json(text => $$"""{"id":"x","kpi":"GWP-LC","period":"2026-11-30","value":1,"weight":{{text}}}"""),
        ["JSON reading"] = Json(text => $$"""{"id":"x","kpi":"BANK-IN","period":"2026-11-03","reading":{{text}}}"""),
        ["JSON period"] = Json(text => $$"""{"id":"x","kpi":"CDW-GEN","period":{{Period(text)}},"value":1}"""),
        ["JSON KPI"] = Json(text => $$"""{"id":"x","kpi":{{text}},"period":"2026-11","value":1}"""),
        ["NDJSON value"] = ("application/x-ndjson", "measurements", text =>
            $$"""{{Good}}{{"\n"}}{"id":"x","kpi":"CDW-GEN","period":"2026-11","value":{{Quoted(text)}}}"""),
        ["CSV value"] = ("text/csv", "measurements", text =>
            $"id,kpi,period,value\ngood,CDW-GEN,2026-11,1\nx,CDW-GEN,2026-11,{Cell(text)}\n"),
        ["CSV numerator"] = ("text/csv", "measurements", text =>
            $"id,kpi,period,value,numerator,denominator\ngood,CDW-GEN,2026-11,1,,\nx,CDW-REC-R,2026-11,,{Cell(text)},1\n"),
        ["correction"] = ("application/json", "corrections", text =>
            $$"""{"id":"x","kpi":"CDW-GEN","revision":2,"kind":"correction","reason":"r","period":"2026-11","value":{{Quoted(text)}}}"""),
        ["NDJSON correction"] = ("application/x-ndjson", "corrections", text =>
            $$"""{"id":"x","kpi":"CDW-GEN","revision":2,"kind":"correction","reason":"r","period":"2026-11","value":{{Quoted(text)}}}"""),
    };

    [Fact]
    public void There_are_at_least_120_texts() => Assert.True(NoValues.All.Distinct().Count() >= 120);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_no_value_is_refused_and_nothing_is_stored(string way)
    {
        var (type, route, body) = bodies[way];
        var pilot = await api.NewPilot();
        foreach (var text in NoValues.All)
        {
            var answer = await api.Post($"/v1/pilots/{pilot}/{route}", body(text), type);
            Assert.True(answer.Status is 400 or 404 or 422, $"{way} {Shown(text)}: {answer.Status} {answer.Text}");
            Assert.All(answer.Json["errors"]!.AsArray(), error =>
                Assert.False(string.IsNullOrWhiteSpace((string?)error!["remedy"]), $"{way} {Shown(text)}: {answer.Text}"));
        }
        Assert.Equal(1, (int)(await api.Get($"/v1/pilots/{pilot}")).Json["head"]!);
        var good = await api.Post($"/v1/pilots/{pilot}/measurements", Good);
        Assert.Equal((200, 1), (good.Status, (int)good.Json["recorded"]!));
    }

    [Theory]
    [InlineData("kpi")]
    [InlineData("from")]
    [InlineData("by")]
    [InlineData("asOf")]
    [InlineData("atLeast")]
    [InlineData("split")]
    public async Task What_is_no_answer_to_a_question_is_refused_in_it(string parameter)
    {
        var asked = new Dictionary<string, string> { ["kpi"] = "CDW-GEN", ["from"] = "2026-01-01", ["to"] = "2027-01-01" };
        foreach (var text in NoValues.All.Where(text => text.Length < 1_000 && !(parameter == "from" && text == "2026-01-01")))
        {
            asked[parameter] = text;
            var query = string.Join('&', asked.Select(each => $"{each.Key}={Uri.EscapeDataString(each.Value)}"));
            var answer = await api.Get($"/v1/municipalities/DK-0615/totals?{query}");
            Assert.True(answer.Status is 400 or 404 or 422, $"{parameter}={Shown(text)}: {answer.Status} {answer.Text}");
        }
    }

    private static (string, string, Func<string, string>) Json(Func<string, string> item) =>
        ("application/json", "measurements", text => $"[{Good},{item(Quoted(text))}]");

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    // A day is a period, and the only one of the texts that is.
    private static string Period(string quoted) => quoted == "\"2026-01-01\"" ? "\"2026-01-01T\"" : quoted;

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Shown(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
