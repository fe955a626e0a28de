using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace KpiGrid.Tests.Simulation.Model;

/// <summary>What a record says of a measurement.</summary>
internal sealed record Statement
{
    public required string Kpi { get; init; }
    public required string Id { get; init; }
    public required string Kind { get; init; }
    public required int Series { get; init; }
    public string? Class { get; init; }
    public string? Owner { get; init; }
    public required DateOnly First { get; init; }
    public required DateOnly Last { get; init; }
    public required string Flag { get; init; }
    public bool Provisional { get; init; }
    public bool IsSilent { get; init; }
    public BigInteger A { get; init; }
    public BigInteger B { get; init; }

    public static Statement Read(JsonElement entry, JsonElement kpis)
    {
        var code = entry.GetProperty("kpi").GetString()!;
        var kind = kpis.GetProperty(code).GetProperty("kind").GetString()!;
        return new()
        {
            Kpi = code,
            Id = entry.GetProperty("id").GetString()!,
            Kind = kind,
            Series = kpis.GetProperty(code).GetProperty("series").GetInt32(),
            Class = kind == "score" ? Text(entry, "value") : Text(entry, "class"),
            Owner = Text(entry, "municipality"),
            First = Day(entry, "first"),
            Last = Day(entry, "last"),
            Flag = Text(entry, "flag") ?? "measured",
            Provisional = entry.TryGetProperty("provisional", out var provisional) && provisional.GetBoolean(),
            IsSilent = entry.TryGetProperty("silence", out _),
            A = Billionths(Text(entry, "a")),
            B = Billionths(Text(entry, "b")),
        };
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var member) ? member.ToString() : null;

    private static DateOnly Day(JsonElement entry, string name) =>
        DateOnly.ParseExact(entry.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static BigInteger Billionths(string? number)
    {
        if (number is null) return 0;
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? number : number.Remove(point, 1);
        var decimals = point < 0 ? 0 : number.Length - point - 1;
        return BigInteger.Parse(digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, 9 - decimals);
    }
}
