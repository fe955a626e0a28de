using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests.Disclosure;

/// <summary>Asks everything that there is to ask of a KPI, keeps every number it is told as an equation of the figures it is
/// made of, and looks for a combination of them that tells of fewer than three.</summary>
/// <remarks>It knows the whole registry: places, shares, who reported what when, and all figures that are not confidential.</remarks>
internal sealed class Attacker(DisclosureGrid grid, SecretWorld world, string kpi)
{
    private static readonly string[] cuts =
    [
        "", "&by=quarter", "&by=quarter&split=municipality", "&by=quarter&split=pilot", "&by=quarter&split=class", "&by=month",
        "&by=month&split=municipality",
    ];
    private readonly Dictionary<string, SecretPilot> pilots = world.Pilots.ToDictionary(pilot => pilot.Id);
    private readonly List<string> wrong = [];
    private readonly List<(IReadOnlyDictionary<Figure, int> Of, string Address)> answers = [];

    /// <summary>How many answers held confidential figures.</summary>
    public int Confidential => answers.Count(answer => answer.Of.Keys.Any(figure => pilots[figure.Pilot].IsConfidential));

    private bool IsStock => kpi == SecretWorld.Stock;

    /// <summary>Asks everything once.</summary>
    public async Task AskAll(DateTimeOffset? asOf = null, IReadOnlyCollection<Figure>? known = null)
    {
        var figures = known ?? world.Figures;
        var at = asOf is { } instant ? $"&asOf={instant.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : "";
        foreach (var (address, members) in Places())
        {
            foreach (var cut in asOf is null ? cuts : cuts[1..3])
                if (kpi == SecretWorld.Classed || !cut.Contains("class", StringComparison.Ordinal))
                    await Totals($"{address}kpi={world.Kpi(kpi)}&from=2026-01-01&to=2026-07-01{cut}{at}", members, null, figures);
            if (kpi == SecretWorld.Classed)
                foreach (var @class in (string[])["wood", "metal"])
                    await Totals($"{address}kpi={world.Kpi(kpi)}&from=2026-01-01&to=2026-07-01&by=quarter&class={@class}{at}", members, @class, figures);
        }
        foreach (var (region, members) in world.Regions)
        {
            await Explanation($"regions/{world.Id(region)}/explain?kpi={world.Kpi(kpi)}&from=2026-01-01&to=2026-04-01{at}", members, figures);
            if (asOf is null) await Ledger(region, members, figures);
        }
    }

    /// <summary>Keeps what was told before something happened, and what after.</summary>
    public async Task AskRegion(string region)
    {
        await Totals($"regions/{world.Id(region)}/totals?kpi={world.Kpi(kpi)}&from=2026-01-01&to=2026-07-01&by=quarter",
            world.Regions[region], null, world.Figures);
    }

    /// <summary>Who is told of though fewer than three hide there; empty where nobody is.</summary>
    public IReadOnlyList<string> Found()
    {
        Assert.Empty(wrong);
        var secret = answers.SelectMany(answer => answer.Of.Keys).Where(figure => pilots[figure.Pilot].IsConfidential).Distinct().ToList();
        var equations = new Equations(secret.Count);
        foreach (var (of, _) in answers) equations.Add([.. secret.Select(figure => of.GetValueOrDefault(figure))]);
        var owners = secret.Index().GroupBy(pair => pilots[pair.Item.Pilot].Name, pair => pair.Index)
            .ToDictionary(group => group.Key, group => group.ToHashSet());
        return [.. from one in owners.Keys
                   from other in owners.Keys
                   where string.CompareOrdinal(one, other) <= 0
                   where equations.Tell(owners[one].Union(owners[other]).ToHashSet())
                   select one == other ? one : $"{one} and {other}"];
    }

    private IEnumerable<(string Address, IReadOnlyCollection<string> Members)> Places()
    {
        foreach (var (region, members) in world.Regions) yield return ($"regions/{world.Id(region)}/totals?", members);
        foreach (var code in world.Municipalities) yield return ($"municipalities/{code}/totals?", [code]);
        foreach (var (one, members) in world.Regions)
            foreach (var (other, more) in world.Regions.Where(pair => string.CompareOrdinal(one, pair.Key) < 0))
                yield return ($"totals?place=regions/{world.Id(one)}&place=regions/{world.Id(other)}&", [.. members.Union(more)]);
    }

    private async Task Totals(
        string address, IReadOnlyCollection<string> members, string? @class, IReadOnlyCollection<Figure> figures)
    {
        var answer = await grid.Get("outsider", address);
        foreach (var period in answer.GetProperty("periods").EnumerateArray())
            Take(address, period, Of(members, period.GetProperty("period").GetString()!, @class, null, figures));
        foreach (var line in answer.GetProperty("split").EnumerateArray())
            foreach (var period in line.GetProperty("periods").EnumerateArray())
                Take(address, period, OfLine(line.GetProperty("key").GetString()!, members, period.GetProperty("period").GetString()!, @class, figures));
    }

    private Dictionary<Figure, int> OfLine(
        string key, IReadOnlyCollection<string> members, string period, string? @class, IReadOnlyCollection<Figure> figures) =>
        key.StartsWith("DK-", StringComparison.Ordinal) ? Of([key], period, @class, null, figures)
        : pilots.ContainsKey(key[(key.IndexOf('-', StringComparison.Ordinal) + 1)..])
            ? Of(members, period, @class, key[(key.IndexOf('-', StringComparison.Ordinal) + 1)..], figures)
            : Of(members, period, key, null, figures);

    private async Task Explanation(string address, IReadOnlyCollection<string> members, IReadOnlyCollection<Figure> figures)
    {
        var answer = await grid.Get("outsider", address);
        Take(address, answer.GetProperty("total"), Of(members, "2026-Q1", null, null, figures));
        foreach (var line in answer.GetProperty("lines").EnumerateArray())
            if (pilots[line.GetProperty("pilot").GetString()![world.Id("").Length..]].IsConfidential) wrong.Add($"{address}: {line}");
        if (answer.TryGetProperty("hidden", out var hidden) && hidden.TryGetProperty("remainder", out var rest))
            Take(address, rest, Of(members, "2026-Q1", null, null, figures).Where(pair => pilots[pair.Key.Pilot].IsConfidential).ToDictionary());
    }

    private async Task Ledger(string region, IReadOnlyCollection<string> members, IReadOnlyCollection<Figure> figures)
    {
        var address = $"overlap?place=regions/{world.Id(region)}&kpi={world.Kpi(kpi)}&from=2026-01-01&to=2026-04-01";
        var (status, answer) = await grid.Ask("outsider", address);
        if (status == 200) Take(address, answer.GetProperty("real"), Of(members, "2026-Q1", null, null, figures));
        var compared = await grid.Get("outsider",
            $"compare?region={world.Id(region)}&kpi={world.Kpi(kpi)}&from=2026-01-01&to=2026-04-01");
        foreach (var line in compared.GetProperty("lines").EnumerateArray())
            foreach (var period in line.GetProperty("periods").EnumerateArray())
                Take(address, period, Of([line.GetProperty("key").GetString()!.Split('/')[^1]], "2026-Q1", null, null, figures));
    }

    private void Take(string address, JsonElement answer, Dictionary<Figure, int> of)
    {
        var number = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("value", out var value) ? value : answer;
        if (number.ValueKind != JsonValueKind.Number) return;
        var expected = of.Sum(pair => pair.Key.Value * pair.Value / 20);
        if (number.GetDecimal() != expected) wrong.Add($"{address}: {answer} is not {expected}");
        answers.Add((of, address));
    }

    private Dictionary<Figure, int> Of(
        IReadOnlyCollection<string> members, string period, string? @class, string? pilot, IReadOnlyCollection<Figure> figures)
    {
        var days = Period.Parse(period).Range;
        var counted = figures.Where(figure => figure.Kpi == kpi && (@class is null || figure.Class == @class)
            && (pilot is null || figure.Pilot == pilot));
        counted = IsStock
            ? counted.Where(figure => figure.Last <= days.Last).GroupBy(figure => figure.Pilot).Select(group => group.MaxBy(figure => figure.Last)!)
            : counted.Where(figure => days.Contains(figure.Last));
        return counted.Select(figure => (figure, Part: pilots[figure.Pilot].Shares.Where(share => members.Contains(share.Key)).Sum(share => share.Value)))
            .Where(pair => pair.Part > 0).ToDictionary(pair => pair.figure, pair => pair.Part);
    }
}
