using System.Text.Json;
using KpiGrid.Tests.Api.Golden;
using Xunit;
using static KpiGrid.Tests.Disclosure.DisclosureGrid;

namespace KpiGrid.Tests.Disclosure;

/// <summary>Three pilots that keep their figures to themselves, and a fourth that does not, in a region of four.</summary>
[Collection(nameof(DisclosureGrid))]
public sealed class DisclosureTests(DisclosureGrid grid)
{
    private static readonly int[] values = [10, 20, 37, 100];
    private const string Quarter = "from=2026-01-01&to=2026-04-01";

    [Fact]
    public async Task Three_who_hide_each_other_count_once_their_period_is_closed()
    {
        var town = await Town("d1", 3);
        var open = await grid.Get("outsider", $"regions/d1-all/totals?{town}");
        Assert.Equal(("null", 0), (open.Value(), open.N()));
        Assert.Equal(["confidential-period-open", "suppressed"], open.Only().Marks());

        await Close("d1", 3);
        var closed = await grid.Get("outsider", $"regions/d1-all/totals?{town}&split=municipality");
        Assert.Equal("167", closed.Value());
        Assert.Equal(["null", "null", "null", "100"], closed.GetProperty("split").EnumerateArray().Select(line => line.Value()));
        Assert.Contains("confidential-part-of-group", (await grid.Get("outsider", $"pilots/d1-p0/totals?{town}")).Only().Marks());
        Assert.Equal("167", (await grid.Get("outsider", $"regions/d1-all/explain?{town}")).GetProperty("total").Text("value"));
    }

    [Fact]
    public async Task Two_do_not_hide_each_other_and_neither_do_three_of_one_lead()
    {
        var two = await Town("d2", 2);
        await Close("d2", 2);
        Assert.Contains("confidential-too-few", (await grid.Get("outsider", $"regions/d2-all/totals?{two}")).Only().Marks());
        var led = await Town("d3", 3, "one office");
        await Close("d3", 3, "one office");
        Assert.Equal("null", (await grid.Get("outsider", $"regions/d3-all/totals?{led}")).Value());
    }

    [Fact]
    public async Task A_pilots_own_people_see_everything_of_it_and_no_more_of_the_others()
    {
        var town = await Town("d4", 3);
        await grid.Grant("d4-lead", "lead", "pilots/d4-p0");
        await grid.Grant("d4-office", "coordinator", "regions/d4-all");
        Assert.Equal("167", (await grid.Get("d4-office", $"regions/d4-all/totals?{town}")).Value());
        Assert.Equal("10", (await grid.Get("d4-lead", $"pilots/d4-p0/totals?{town}")).Value());
        Assert.Equal("null", (await grid.Get("d4-lead", $"regions/d4-all/totals?{town}")).Value());
        var own = await grid.Get("d4-lead", "pilots/d4-p0/streams/D4-BANK-IN");
        Assert.Contains(own.GetProperty("measurements").EnumerateArray(), entry => entry.Text("a") == "10");
        var others = await grid.Get("outsider", "pilots/d4-p0/streams/D4-BANK-IN?includeHistory=true");
        Assert.Empty(others.GetProperty("measurements").EnumerateArray());
        Assert.True(others.GetProperty("confidential").GetBoolean());
    }

    [Fact]
    public async Task No_way_out_tells_a_confidential_figure()
    {
        var town = await Town("d5", 3);
        var since = "since=2026-01-01T00:00:00Z";
        foreach (var path in (string[])[
            $"regions/d5-all/totals?{town}&split=pilot", $"regions/d5-all/totals?{town}&by=month&split=municipality",
            $"regions/d5-all/explain?{town}", $"regions/d5-all/changes?{town}&{since}", $"pilots/d5-p0/changes?{town}&{since}",
            $"pilots/d5-p0/explain?{town}", $"municipalities/DK-D5X1/totals?{town}", $"municipalities/DK-D5X1/explain?{town}",
            $"compare?region=d5-all&{town}", $"compare?pilots=d5-p0&pilots=d5-p3&{town}", $"totals?place=regions/d5-all&place=municipalities/DK-D5X1&{town}"])
        {
            var (status, answer) = await grid.Ask("outsider", path);
            Assert.True(status == 200, $"{path}: {answer}");
            Assert.DoesNotContain(Numbers(answer), number => number is 10 or 20 or 37 or 67 or 167);
        }
        var ledger = await grid.Ask("outsider", $"overlap?place=regions/d5-all&{town}");
        Assert.Equal((422, "suppressed"), (ledger.Status, ledger.Answer.GetProperty("errors")[0].Text("code")));
        await grid.Grant("d5-lead", "lead", "pilots/d5-p0");
        var receipt = await grid.Post("d5-lead", "pilots/d5-p0/measurements?receipt=impact",
            """{"id":"more","kpi":"D5-BANK-IN","period":"2026-Q1","value":5,"unit":"t","flag":"measured"}""");
        Assert.DoesNotContain(Numbers(receipt), number => number is 167 or 172);
        foreach (var page in (string[])["/regions/d5-all?kpi=D5-BANK-IN&period=2026-Q1", "/pilots/d5-p0/stream?kpi=D5-BANK-IN"])
            Assert.DoesNotContain("167", await grid.Page("outsider", page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_in_a_period_opened_again_tells_its_size_and_not_the_figure()
    {
        var town = await Town("d6", 3);
        await Close("d6", 3);
        var before = (await grid.Get("outsider", $"regions/d6-all/totals?{town}")).Only().GetProperty("value").GetDecimal();
        await Put("d6", 0, null, confidential: true, closed: false);
        await grid.Post("admin", "pilots/d6-p0/corrections",
            """[{"id":"m","kpi":"D6-BANK-IN","revision":2,"kind":"correction","reason":"weighed again","period":"2026-Q1","value":13,"unit":"t","flag":"measured"}]""");
        await Settle("d6");
        Assert.Equal("null", (await grid.Get("outsider", $"regions/d6-all/totals?{town}")).Value());
        await Put("d6", 0, null, confidential: true, closed: true);
        Assert.Equal(before + 3, (await grid.Get("outsider", $"regions/d6-all/totals?{town}")).Only().GetProperty("value").GetDecimal());
    }

    [Fact]
    public async Task What_is_called_confidential_later_is_kept_from_then_on_and_of_the_past()
    {
        var town = await Town("d7", 0);
        var then = grid.AMinutePasses();
        grid.AMinutePasses();
        Assert.Equal("167", (await grid.Get("outsider", $"regions/d7-all/totals?{town}")).Value());
        await Put("d7", 1, null, confidential: true, closed: false);
        await Settle("d7");
        Assert.Equal("null", (await grid.Get("outsider", $"regions/d7-all/totals?{town}")).Value());
        Assert.Equal("null", (await grid.Get("outsider", $"regions/d7-all/totals?{town}&asOf={then.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}")).Value());
        await Put("d7", 1, null, confidential: false, closed: false);
        await Settle("d7");
        Assert.Equal("167", (await grid.Get("outsider", $"regions/d7-all/totals?{town}")).Value());
    }

    [Fact]
    public async Task What_is_left_out_of_a_matrix_of_fields_or_of_instruments_is_said()
    {
        await Town("d8", 3);
        await grid.Put("kpis/D8-MAT-REU", JsonSerializer.SerializeToNode(
            StarterCatalogue.Kpis[KpiCode.Parse("MAT-REU")], KpiGridJson.Options)!);
        await grid.Put("pilots/d8-m", Json($$"""
            {"name":"m","kind":"single","start":"2025-12-01","tags":["companies"],
             "shares":[{"municipality":"{{Home("d8", 0)}}","parts":1,"whole":1,"from":"2007-01-01"}],
             "kpis":[{"kpi":"D8-MAT-REU","class":"wood","from":"2026-01-01","confidential":true}]}
            """));
        var pushed = await grid.Post("admin", "pilots/d8-m/measurements",
            """{"id":"m","kpi":"D8-MAT-REU","class":"wood","period":"2026-Q1","value":7,"unit":"t","links":["https://example.org/tree"]}""");
        await grid.Get("admin", $"regions/d8-all/totals?kpi=D8-MAT-REU&{Quarter}&atLeast={pushed.Text("token")}");

        var matrix = await grid.Ask("outsider", $"regions/d8-all/matrix?kpi=D8-MAT-REU&{Quarter}");
        Assert.Equal((422, "suppressed"), (matrix.Status, matrix.Answer.GetProperty("errors")[0].Text("code")));
        var fields = await grid.Get("outsider", $"regions/d8-all/fields?{Quarter}");
        var total = fields.GetProperty("fields")[0].GetProperty("kpis")[0].GetProperty("total");
        Assert.Equal("null", total.Text("value"));
        Assert.Contains("suppressed", total.Marks());
        var instruments = await grid.Get("outsider", $"instruments?place=regions/d8-all&{Quarter}");
        Assert.True(instruments.GetProperty("confidential").GetBoolean());
        Assert.Empty(instruments.GetProperty("instruments").EnumerateArray());
        var own = await grid.Get("admin", $"instruments?place=regions/d8-all&{Quarter}");
        Assert.Equal("7", own.GetProperty("instruments")[0].GetProperty("effects")[0].GetProperty("total").Text("value"));
    }

    /// <summary>Four pilots with 10, 20, 37 and 100 t, so many of the first confidential; the question about them.</summary>
    private async Task<string> Town(string name, int confidential, string? lead = null)
    {
        await grid.PutTown(name, "BANK-IN", values.Length);
        foreach (var (at, value) in values.Index())
        {
            await Put(name, at, lead, at < confidential, closed: false);
            await grid.Post("admin", $"pilots/{name}-p{at}/measurements",
                $$"""{"id":"m","kpi":"{{name.ToUpperInvariant()}}-BANK-IN","period":"2026-Q1","value":{{value}},"unit":"t","flag":"measured"}""");
        }
        await Settle(name);
        return $"kpi={name.ToUpperInvariant()}-BANK-IN&{Quarter}";
    }

    private async Task Close(string name, int confidential, string? lead = null)
    {
        for (var at = 0; at < confidential; at++) await Put(name, at, lead, confidential: true, closed: true);
    }

    private Task Put(string name, int at, string? lead, bool confidential, bool closed) => grid.Put($"pilots/{name}-p{at}", Json($$"""
        {"name":"p{{at}}","kind":"single","start":"2025-12-01","lead":{{(lead is null ? "null" : $"\"{lead}\"")}},"reason":"disclosure tests",
         "shares":[{"municipality":"{{Home(name, at)}}","parts":1,"whole":1,"from":"2007-01-01"}],
         "kpis":[{"kpi":"{{name.ToUpperInvariant()}}-BANK-IN","from":"2026-01-01","confidential":{{(confidential ? "true" : "false")}}}]
         {{(closed ? ",\"closedBefore\":\"2026-07-01\"" : "")}}}
        """));

    /// <summary>A silence of every pilot: a read that contains it contains everything before.</summary>
    private async Task Settle(string name)
    {
        for (var at = 0; at < 4; at++)
        {
            var answer = await grid.Post("admin", $"pilots/{name}-p{at}/measurements",
                $$"""{"id":"s{{Guid.NewGuid():N}}","kpi":"{{name.ToUpperInvariant()}}-BANK-IN","period":"2026-08","silence":"nothing-to-report"}""");
            await grid.Get("admin", $"regions/{name}-all/totals?kpi={name.ToUpperInvariant()}-BANK-IN&{Quarter}&atLeast={answer.Text("token")}");
        }
    }

    private static System.Text.Json.Nodes.JsonNode Json(string text) => System.Text.Json.Nodes.JsonNode.Parse(text)!;

    private static IEnumerable<decimal> Numbers(JsonElement holder) => holder.ValueKind switch
    {
        JsonValueKind.Object => holder.EnumerateObject().SelectMany(member => Numbers(member.Value)),
        JsonValueKind.Array => holder.EnumerateArray().SelectMany(Numbers),
        JsonValueKind.Number => [holder.GetDecimal()],
        _ => [],
    };
}
