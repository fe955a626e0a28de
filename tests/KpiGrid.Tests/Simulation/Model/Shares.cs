using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace KpiGrid.Tests.Simulation.Model;

/// <summary>A pilot's dated shares, as its facts say.</summary>
internal sealed class Shares
{
    private readonly List<(string Place, int Parts, int Whole, DateOnly From, DateOnly To, string? Kpi)> all = [];

    public Shares(JsonElement facts)
    {
        foreach (var share in facts.GetProperty("shares").EnumerateArray())
            all.Add((share.GetProperty("municipality").GetString()!, share.GetProperty("parts").GetInt32(),
                share.GetProperty("whole").GetInt32(), Day(share, "from") ?? DateOnly.MinValue,
                Day(share, "to") ?? DateOnly.MaxValue, share.TryGetProperty("kpi", out var kpi) ? kpi.GetString() : null));
    }

    /// <summary>Who takes part on a day and with how much; a KPI's own shares come before those for all.</summary>
    public SortedDictionary<string, (int Parts, int Whole)> On(string kpi, DateOnly day)
    {
        var inForce = all.Where(share => share.From <= day && day < share.To).ToList();
        if (inForce.Exists(share => share.Kpi == kpi)) inForce.RemoveAll(share => share.Kpi != kpi);
        else inForce.RemoveAll(share => share.Kpi is not null);
        var on = new SortedDictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var share in inForce) on.Add(share.Place, (share.Parts, share.Whole));
        return on;
    }

    /// <summary>Cuts an amount; what is left over goes to the first.</summary>
    public static Dictionary<string, BigInteger> Cut(BigInteger amount, SortedDictionary<string, (int Parts, int Whole)> on)
    {
        var multiple = on.Values.Aggregate(BigInteger.One, (product, share) => product * share.Whole);
        var sum = on.Values.Aggregate(BigInteger.Zero, (total, share) => total + share.Parts * multiple / share.Whole);
        var parts = on.ToDictionary(
            pair => pair.Key, pair => amount * (pair.Value.Parts * multiple / pair.Value.Whole) / sum);
        var left = parts.Values.Aggregate(amount, (rest, part) => rest - part);
        if (parts.Count > 0) parts[on.Keys.First()] += left;
        return parts;
    }

    public static DateOnly? Day(JsonElement element, string name) =>
        element.TryGetProperty(name, out var day) && day.ValueKind == JsonValueKind.String
            ? DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
