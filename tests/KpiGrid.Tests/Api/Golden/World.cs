using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>Pilots, regions and KPIs of one test, made and asked over HTTP under ids of its own.</summary>
internal sealed class World(GoldenGrid grid, string name)
{
    private const int AsksMax = 5;

    private readonly List<string> tokens = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>A KPI of its own with the facts of one of the starter catalogue.</summary>
    public async Task Kpi(string code)
    {
        var facts = JsonSerializer.SerializeToNode(StarterCatalogue.Kpis[KpiCode.Parse(code)], KpiGridJson.Options)!;
        await Put($"kpis/{Own(code)}", facts);
    }

    /// <summary>Members such as <c>DK-0615</c>, or <c>DK-0615 2026-07-01</c> from a day on.</summary>
    public async Task Region(string id, params string[] members)
    {
        foreach (var member in members) await Municipality(member.Split(' ')[0]);
        var list = members.Select(member => member.Split(' ')).Select(member => new JsonObject
        {
            ["municipality"] = member[0],
            ["from"] = member.Length > 1 ? member[1] : "2007-01-01",
        });
        await Put($"regions/{Own(id)}",
            new JsonObject { ["name"] = id, ["kind"] = "network", ["members"] = new JsonArray([.. list]) });
    }

    /// <summary>Shares such as <c>DK-0615 25/100</c>, with their days where they have any.</summary>
    public async Task Pilot(string id, params string[] shares) => await Pilot(id, [], shares);

    public async Task Pilot(string id, string[] streams, string[] shares)
    {
        foreach (var share in shares) await Municipality(share.Split(' ')[0]);
        var declared = streams.Select(stream => stream.Split('/')).Select(stream => new JsonObject
        {
            ["kpi"] = Own(stream[0]), ["class"] = stream.ElementAtOrDefault(1), ["from"] = "2026-01-01",
        });
        await Put($"pilots/{Own(id)}", new JsonObject
        {
            ["name"] = id,
            ["kind"] = shares.Length == 1 ? "single" : "joint",
            ["start"] = "2025-12-01",
            ["shares"] = new JsonArray([.. shares.Select(Share)]),
            ["kpis"] = new JsonArray([.. declared]),
        });
    }

    /// <summary>Pushes one measurement; what was answered.</summary>
    public Task<JsonElement> Push(string pilot, string kpi, string id, string period, string content) =>
        Post($"pilots/{Own(pilot)}/measurements",
            $$"""{"id":"{{id}}","kpi":"{{Own(kpi)}}","period":"{{period}}",{{content}}}""");

    /// <summary>Another revision; the content of a withdrawal is empty.</summary>
    public Task<JsonElement> Revise(
        string pilot, string kpi, string id, int revision, string kind, string content = "") =>
        Post($"pilots/{Own(pilot)}/corrections",
            $$"""
            [{"id":"{{id}}","kpi":"{{Own(kpi)}}","revision":{{revision}},"kind":"{{kind}}",
              "reason":"weighed again"{{(content.Length > 0 ? "," : "")}}{{content}}}]
            """);

    /// <summary>Totals of one place, or of several together, that contain every push so far.</summary>
    public async Task<JsonElement> Totals(string places, string kpi, string from, string to, string more = "")
    {
        var all = places.Split('+').Select(Own).ToList();
        var address = all is [var only] ? only + "/totals?"
            : "totals?" + string.Concat(all.Select(place => $"place={place}&"));
        address += $"kpi={Own(kpi)}&from={from}&to={to}{more}";
        if (more.Contains("asOf", StringComparison.Ordinal)) return await Get(address);
        foreach (var token in tokens) await Get($"{address}&atLeast={token}");
        return await Get(address);
    }

    public Task<JsonElement> Quarter(string places, string kpi, string more = "") =>
        Totals(places, kpi, "2026-01-01", "2026-04-01", more);

    public Task<JsonElement> Explain(string place, string kpi, string from, string to, string more = "") =>
        Get($"{Own(place)}/explain?kpi={Own(kpi)}&from={from}&to={to}{more}");

    public Task<JsonElement> Stream(string pilot, string stream, string more = "") =>
        Get($"pilots/{Own(pilot)}/streams/{Own(stream)}{more}");

    /// <summary>An id or address with the name of this world in it; a municipality is everybody's.</summary>
    public string Own(string id) => id.Split('/') switch
    {
        ["municipalities", ..] => id,
        [("pilots" or "regions") and var nouns, var noun] => $"{nouns}/{name}-{noun}",
        _ => char.IsAsciiLetterUpper(id[0]) ? $"{name.ToUpperInvariant()}-{id}" : $"{name}-{id}",
    };

    private static JsonObject Share(string text)
    {
        var words = text.Split(' ');
        var part = words[1].Split('/').Select(digits => long.Parse(digits, CultureInfo.InvariantCulture)).ToList();
        return new()
        {
            ["municipality"] = words[0],
            ["parts"] = part[0],
            ["whole"] = part[1],
            ["from"] = words.Length > 2 ? words[2] : "2007-01-01",
            ["to"] = words.ElementAtOrDefault(3),
        };
    }

    private Task Municipality(string code) => Put($"municipalities/{code}", new JsonObject
    {
        ["country"] = code[..2],
        ["timeZone"] = code[..2] == "DK" ? "Europe/Copenhagen" : "Europe/Brussels",
        ["intervals"] = new JsonArray(new JsonObject { ["name"] = code, ["from"] = "2007-01-01" }),
    });

    public async Task Put(string path, JsonNode facts)
    {
        using var answer = await grid.Http.PutAsJsonAsync($"/v1/{path}", facts, Cancelled);
        Assert.True(answer.IsSuccessStatusCode, path + await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private async Task<JsonElement> Post(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await grid.Http.PostAsync(new Uri($"/v1/{path}", UriKind.Relative), content, Cancelled);
        var json = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancelled));
        Assert.True(answer.IsSuccessStatusCode, json.ToString());
        tokens.Add(json.GetProperty("token").GetString()!);
        return json;
    }

    /// <summary>Orders something; what was answered, with its status.</summary>
    public async Task<(int Status, JsonElement Answer)> Order(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await grid.Http.PostAsync(new Uri($"/v1/{path}", UriKind.Relative), content, Cancelled);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled));
    }

    /// <summary>What is answered; asked again, as clients do, when a store was too slow and the answer says when to come back.</summary>
    public async Task<JsonElement> Get(string address)
    {
        for (var ask = 1; ; ask++)
        {
            using var answer = await grid.Http.GetAsync(new Uri($"/v1/{address}", UriKind.Relative), Cancelled);
            var text = await answer.Content.ReadAsStringAsync(Cancelled);
            if (answer is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null } && ask < AsksMax) continue;
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {text}");
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
    }
}
