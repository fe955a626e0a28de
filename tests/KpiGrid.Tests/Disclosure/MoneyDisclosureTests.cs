using System.Text.Json;
using System.Text.Json.Nodes;
using KpiGrid.Tests.Api.Golden;
using Xunit;

namespace KpiGrid.Tests.Disclosure;

/// <summary>Converted by rates of different days, the same confidential amounts would make several sums, and together these
/// would tell what was spent in which month.</summary>
[Collection(nameof(DisclosureGrid))]
public sealed class MoneyDisclosureTests(DisclosureGrid grid)
{
    private const string Quarter = "from=2026-01-01&to=2026-04-01";

    [Fact]
    public async Task Money_is_converted_by_one_rate_a_reporting_period_or_not_told()
    {
        await Spent("m1", ("2026-01", "10 DKK"), ("2026-02", "20 DKK"), ("2026-03", "30 DKK"));
        await Series("m1-whole", """{"from":"2025-01-01","value":8}""");
        await Series("m1-parted", """{"from":"2025-01-01","value":8},{"from":"2026-02-15","value":10}""");

        Assert.Equal("560", (await Total("m1")).Value());
        Assert.Equal("70", (await Total("m1", "&rates=m1-whole&currency=EUR")).Value());
        var parted = await Total("m1", "&rates=m1-parted&currency=EUR");
        Assert.Equal("null", parted.Value());
        Assert.Contains("confidential-part-of-period", parted.Only().Marks());
        Assert.Equal(0, parted.GetProperty("rates").GetProperty("used").GetArrayLength());
    }

    [Fact]
    public async Task Amounts_in_two_currencies_hide_nobody()
    {
        await Spent("m2", ("2026-Q1", "60 EUR"));
        await Series("m2", """{"from":"2025-01-01","value":8}""");

        foreach (var asked in (string[])["", "&rates=m2&currency=DKK", "&rates=m2&currency=EUR"])
        {
            var told = await Total("m2", asked);
            Assert.Equal("null", told.Value());
            Assert.Equal(["confidential-not-additive", "suppressed"], told.Only().Marks());
        }
    }

    private Task<JsonElement> Total(string name, string asked = "") =>
        grid.Get("outsider", $"regions/{name}-all/totals?kpi={Kpi(name)}&{Quarter}{asked}");

    private Task Series(string id, string rates) => grid.Put($"rates/{id}", JsonNode.Parse(
        $$"""{"name":"{{id}}","base":"EUR","quote":"DKK","source":"made up","rates":[{{rates}}]}""")!);

    /// <summary>Three confidential pilots whose quarter is closed: one spent this, the others 200 and 300 DKK.</summary>
    private async Task Spent(string name, params (string Period, string Amount)[] first)
    {
        (string, string)[][] all = [first, [("2026-Q1", "200 DKK")], [("2026-Q1", "300 DKK")]];
        await grid.PutTown(name, "FIN-SPD", all.Length);
        foreach (var (at, spent) in all.Index()) await Report(name, at, spent);
    }

    private async Task Report(string name, int at, (string Period, string Amount)[] spent)
    {
        await Pilot(name, at, closedBefore: null);
        foreach (var (each, (period, amount)) in spent.Index())
        {
            var answer = await grid.Post("admin", $"pilots/{name}-p{at}/measurements", $$"""
                {"id":"m{{each}}","kpi":"{{Kpi(name)}}","period":"{{period}}","value":{{amount.Split(' ')[0]}},"unit":"{{amount.Split(' ')[1]}}"}
                """);
            await grid.Get("admin", $"regions/{name}-all/totals?kpi={Kpi(name)}&{Quarter}&atLeast={answer.Text("token")}");
        }
        await Pilot(name, at, closedBefore: "2026-07-01");
    }

    private Task Pilot(string name, int at, string? closedBefore) => grid.Put($"pilots/{name}-p{at}", JsonNode.Parse($$"""
        {"name":"p{{at}}","kind":"single","start":"2025-12-01","reason":"disclosure tests",
         "closedBefore":{{(closedBefore is null ? "null" : $"\"{closedBefore}\"")}},
         "shares":[{"municipality":"{{DisclosureGrid.Home(name, at)}}","parts":1,"whole":1,"from":"2007-01-01"}],
         "kpis":[{"kpi":"{{Kpi(name)}}","from":"2026-01-01","confidential":true}]}
        """)!);

    private static string Kpi(string name) => $"{name.ToUpperInvariant()}-FIN-SPD";
}
