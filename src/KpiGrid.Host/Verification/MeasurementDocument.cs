using System.Numerics;
using System.Text.Json;

namespace KpiGrid.Host.Verification;

/// <summary>One measurement as its latest revision says, with what its record pinned of its KPI.</summary>
internal sealed record MeasurementDocument
{
    public required string Id { get; init; }
    public required string Kpi { get; init; }
    public required string Kind { get; init; }
    public required int Series { get; init; }
    public string? Class { get; init; }
    public string? Currency { get; init; }
    public string? Owner { get; init; }
    public required DayRange Days { get; init; }
    public string Flag { get; init; } = "measured";
    public bool Provisional { get; init; }
    public BigInteger? A { get; init; }
    public BigInteger B { get; init; }
    public IReadOnlyList<string>? Members { get; init; }
    public bool IsReading { get; init; }
    public bool IsReset { get; init; }

    public static MeasurementDocument From(JsonElement entry, JsonElement record)
    {
        var code = entry.Text("kpi")!;
        var pinned = record.Member("kpis")!.Value.Member(code)!.Value;
        var kind = pinned.Text("kind")!;
        return new()
        {
            Id = entry.Text("id")!,
            Kpi = code,
            Kind = kind,
            Series = pinned.Member("series")!.Value.GetInt32(),
            Class = kind == "score" ? ScoreOf(entry) : entry.Text("class"),
            Currency = pinned.Text("unit") == "money" ? entry.Text("unit") : null,
            Owner = entry.Text("municipality"),
            Days = new(entry.Day("first")!.Value, entry.Day("last")!.Value),
            Flag = entry.Text("flag") ?? "measured",
            Provisional = entry.Is("provisional"),
            A = entry.Member("a") is { } a ? Billionths.Of(a) : null,
            B = entry.Member("b") is { } b ? Billionths.Of(b) : BigInteger.Zero,
            Members = entry.Member("members") is null
                ? null
                : [.. entry.Items("members").Select(hash => hash.GetString()!)],
            IsReading = entry.Member("reading") is not null,
            IsReset = entry.Is("reset"),
        };
    }

    private static string? ScoreOf(JsonElement entry) =>
        entry.Member("value") is { } value ? Billionths.Text(Billionths.Of(value)) : null;
}
