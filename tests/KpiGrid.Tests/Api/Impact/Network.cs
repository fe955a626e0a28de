using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Api.Impact;

/// <summary>Municipalities, pilots and regions that no other test has, and short ways to push and read.</summary>
internal sealed class Network(ApiCluster api)
{
    private readonly string mark = Guid.NewGuid().ToString("N")[..12].ToUpperInvariant();

    public string Place(int number) => $"DK-{mark}{number}";

    public async Task<string> NewPlace(int number, string? name = null)
    {
        await Put($"/v1/municipalities/{Place(number)}", ApiCluster.Municipality(name ?? $"Place {number}"));
        return Place(number);
    }

    public async Task<string> NewRegion(string name, params string[] members)
    {
        var id = $"r-{mark.ToLowerInvariant()}-{Guid.NewGuid():N}";
        var list = members.Select(member => $$"""{"municipality":"{{member}}","from":"2020-01-01"}""");
        await Put($"/v1/regions/{id}", $$"""{"name":"{{name}}","kind":"network","members":[{{string.Join(',', list)}}]}""");
        return id;
    }

    /// <summary>A pilot in equal shares, with a KPI declared for each of them where one is named.</summary>
    public async Task<string> NewPilot(string? kpi, params string[] places)
    {
        var id = "p-" + Guid.NewGuid().ToString("N");
        var shares = places.Select(place =>
            $$"""{"municipality":"{{place}}","parts":1,"whole":{{places.Length}},"from":"2026-01-01"}""");
        var declared = kpi is null ? "" : $$"""{"kpi":"{{kpi}}","from":"2026-01-01"}""";
        await Put($"/v1/pilots/{id}", $$"""
            {"name":"Pilot","kind":"joint","start":"2026-01-01","shares":[{{string.Join(',', shares)}}],"kpis":[{{declared}}]}
            """);
        return id;
    }

    public async Task<ApiAnswer> Push(string pilot, string item, string query = "?receipt=impact")
    {
        var answer = await api.Post($"/v1/pilots/{pilot}/measurements{query}", item);
        Assert.True(answer.Status == 200, answer.Text);
        return answer;
    }

    public async Task<ApiAnswer> Correct(string pilot, string item)
    {
        var answer = await api.Post($"/v1/pilots/{pilot}/corrections?receipt=impact", item);
        Assert.True(answer.Status == 200, answer.Text);
        return answer;
    }

    /// <summary>A flow of waste in the quarter that goes on.</summary>
    public static string Waste(string id, string value, string period = "2026-11") =>
        $$"""{"id":"{{id}}","kpi":"CDW-GEN","period":"{{period}}","value":{{value}},"unit":"t"}""";

    /// <summary>From and to of a place.</summary>
    public static (string? From, string? To) Moved(ApiAnswer answer, string node, string? period = null)
    {
        var move = answer.Json["impact"]!["moves"]!.AsArray().Single(move =>
            ((string)move!["node"]!).EndsWith("/" + node, StringComparison.Ordinal)
            && (period is null || (string)move["period"]! == period))!;
        return (move["from"]?.ToJsonString(), move["to"]?.ToJsonString());
    }

    private async Task Put(string path, string body)
    {
        var answer = await api.Put(path, body);
        Assert.True(answer.Status == 201, answer.Text);
    }
}
