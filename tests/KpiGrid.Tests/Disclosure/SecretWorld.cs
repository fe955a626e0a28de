using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KpiGrid.Tests.Disclosure;

/// <summary>What one pilot reported.</summary>
internal sealed record Figure(string Pilot, string Kpi, string? Class, DateOnly Last, string Period, decimal Value);

/// <summary>A pilot: shares in parts of 20, so that allocations are exact.</summary>
internal sealed record SecretPilot(string Id, string? Lead, bool IsConfidential, IReadOnlyDictionary<string, int> Shares)
{
    public string Name => Lead ?? Id;
}

/// <summary>A small network drawn from a seed: overlapping regions, pilots of one or two municipalities, most of them
/// confidential, and three of them sure to hide each other.</summary>
internal sealed class SecretWorld
{
    public const string Flow = "BANK-IN", Classed = "MAT-REU", Stock = "BANK-STK";
    private const string Lonely = "2026-02";
    private static readonly string[] classes = ["wood", "metal"];
    private static readonly string[] starts = ["2026-01", "2026-02", "2026-03", "2026-Q1", "2026-04", "2026-06", "2026-Q2"];
    private readonly DisclosureGrid grid;
    private readonly string name;
    private readonly Random random;
    private readonly HashSet<string> closed = [];
    private readonly Dictionary<string, string> tokens = [];

    public SecretWorld(DisclosureGrid grid, int seed)
    {
        (this.grid, random, name) = (grid, new(seed), $"w{seed}");
        Municipalities = [.. Enumerable.Range(1, 6).Select(at => $"DK-W{seed}X{at}")];
        Regions = new()
        {
            ["all"] = [.. Municipalities],
            ["three"] = [.. Municipalities.Take(3)],
            ["some"] = Some(2, 5), ["more"] = Some(2, 5), ["others"] = Some(3, 5),
        };
        Pilots = [.. Enumerable.Range(0, 9).Select(NewPilot)];
    }

    public IReadOnlyList<string> Municipalities { get; }

    public Dictionary<string, IReadOnlyList<string>> Regions { get; }

    public IReadOnlyList<SecretPilot> Pilots { get; }

    public List<Figure> Figures { get; } = [];

    public string Kpi(string code) => $"{name.ToUpperInvariant()}-{code}";

    public string Id(string id) => $"{name}-{id}";

    /// <summary>Everything but figures.</summary>
    public async Task Make()
    {
        foreach (var code in (string[])[Flow, Classed, Stock])
            await grid.Put($"kpis/{Kpi(code)}", JsonSerializer.SerializeToNode(
                StarterCatalogue.Kpis[KpiCode.Parse(code)], KpiGridJson.Options)!);
        foreach (var code in Municipalities)
            await grid.Put($"municipalities/{code}", new JsonObject
            {
                ["country"] = "DK", ["timeZone"] = "Europe/Copenhagen",
                ["intervals"] = new JsonArray(new JsonObject { ["name"] = code, ["from"] = "2007-01-01" }),
            });
        foreach (var (id, members) in Regions)
            await grid.Put($"regions/{Id(id)}", new JsonObject
            {
                ["name"] = id, ["kind"] = "network",
                ["members"] = new JsonArray([.. members.Select(code => new JsonObject { ["municipality"] = code, ["from"] = "2007-01-01" })]),
            });
        foreach (var pilot in Pilots) await PutPilot(pilot);
    }

    /// <summary>Every pilot reports something in most periods; those sure to hide each other report in all. One month has one
    /// report alone.</summary>
    public async Task ReportAll()
    {
        foreach (var (at, pilot) in Pilots.Index())
            foreach (var period in starts)
                if (period == Lonely ? at == 0 : at < 3 || random.Next(3) > 0)
                    await Report(pilot, period);
    }

    public async Task Report(SecretPilot pilot, string period)
    {
        await Push(new(pilot.Id, Flow, null, LastOf(period), period, random.Next(1, 1_000)));
        await Push(new(pilot.Id, Classed, period == Lonely ? "metal" : Sure(pilot) ? "wood" : classes[random.Next(2)], LastOf(period), period, random.Next(1, 1_000)));
        if (period.Contains('Q', StringComparison.Ordinal))
            await Push(new(pilot.Id, Stock, null, LastOf(period), LastOf(period).ToString("O", CultureInfo.InvariantCulture), random.Next(1, 1_000)));
    }

    public async Task Push(Figure figure)
    {
        var @class = figure.Class is null ? "" : $"\"class\":\"{figure.Class}\",";
        var answer = await grid.Post("admin", $"pilots/{Id(figure.Pilot)}/measurements", $$"""
            {"id":"m{{Figures.Count}}","kpi":"{{Kpi(figure.Kpi)}}",{{@class}}"period":"{{figure.Period}}","unit":"t",
             "value":{{DisclosureGrid.Invariant(figure.Value)}},"flag":"measured"}
            """);
        tokens[figure.Pilot] = answer.GetProperty("token").GetString()!;
        Figures.Add(figure);
    }

    /// <summary>Every region contains every push.</summary>
    public async Task Settle()
    {
        foreach (var region in Regions.Keys)
            foreach (var token in tokens.Values)
                await grid.Get("admin", $"regions/{Id(region)}/totals?kpi={Kpi(Flow)}&from=2026-01-01&to=2026-07-01&atLeast={token}");
        tokens.Clear();
    }

    /// <summary>Closes the half-year, of pilots a coordinator got round to.</summary>
    public async Task Close(Func<int, bool> which)
    {
        foreach (var (at, pilot) in Pilots.Index().Where(pilot => which(pilot.Index)))
        {
            closed.Add(pilot.Id);
            await PutPilot(pilot);
        }
    }

    public async Task Open(SecretPilot pilot)
    {
        closed.Remove(pilot.Id);
        await PutPilot(pilot);
    }

    private async Task PutPilot(SecretPilot pilot)
    {
        var facts = new JsonObject
        {
            ["name"] = pilot.Id, ["kind"] = pilot.Shares.Count == 1 ? "single" : "joint", ["start"] = "2025-12-01", ["lead"] = pilot.Lead,
            ["shares"] = new JsonArray([.. pilot.Shares.Select(share => new JsonObject
            {
                ["municipality"] = share.Key, ["parts"] = share.Value, ["whole"] = 20, ["from"] = "2007-01-01",
            })]),
            ["kpis"] = new JsonArray([.. new[] { (Flow, (string?)null), (Classed, "wood"), (Stock, null) }.Select(stream => new JsonObject
            {
                ["kpi"] = Kpi(stream.Item1), ["class"] = stream.Item2, ["from"] = "2026-01-01", ["confidential"] = pilot.IsConfidential,
            })]),
        };
        if (closed.Contains(pilot.Id)) facts["closedBefore"] = "2026-07-01";
        facts["reason"] = "a small world";
        await grid.Put($"pilots/{Id(pilot.Id)}", facts);
    }

    private SecretPilot NewPilot(int at)
    {
        var homes = at < 3 ? [Municipalities[at]] : at == 8 ? [Municipalities[^1]] : Some(1, 2);
        var parts = homes.Count == 1 ? 20 : random.Next(1, 20);
        var shares = homes.ToDictionary(home => home, home => home == homes[0] ? parts : 20 - parts);
        var lead = at >= 3 && random.Next(3) == 0 ? $"{name} lead {random.Next(2)}" : null;
        return new($"p{at}", lead, at < 3 || random.Next(4) > 0, shares);
    }

    private List<string> Some(int least, int most)
    {
        var shuffled = Municipalities.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(random.Next(least, most + 1)).Order(StringComparer.Ordinal)];
    }

    private bool Sure(SecretPilot pilot) => Pilots.Take(3).Contains(pilot);

    private static DateOnly LastOf(string period) => Period.Parse(period).Last;
}
