using System.Text.Json;
using System.Text.Json.Nodes;

namespace KpiGrid.Host.Samples;

/// <summary>The five sample networks: nouns, and measurements with the times at which they are recorded.</summary>
internal sealed record SampleNetworks
{
    private const string Document = "sample-networks.json";

    public required DateTimeOffset RegistryRecordedAt { get; init; }

    public required IReadOnlyDictionary<string, JsonObject> Rates { get; init; }

    public required IReadOnlyDictionary<string, JsonObject> Municipalities { get; init; }

    public required IReadOnlyDictionary<string, JsonObject> Regions { get; init; }

    public required IReadOnlyDictionary<string, JsonObject> Pilots { get; init; }

    /// <summary>By region and name, such as <c>ncc/2026-05-21</c>.</summary>
    public required IReadOnlyDictionary<string, JsonObject> Rounds { get; init; }

    public required IReadOnlyList<SampleItem> Measurements { get; init; }

    public required IReadOnlyList<SampleItem> Corrections { get; init; }

    /// <summary>The nouns by path, each behind those it names.</summary>
    public IEnumerable<(string Path, JsonObject Facts)> Nouns =>
        Rates.Select(pair => ($"rates/{pair.Key}", pair.Value))
            .Concat(Municipalities.Select(pair => ($"municipalities/{pair.Key}", pair.Value)))
            .Concat(Regions.Select(pair => ($"regions/{pair.Key}", pair.Value)))
            .Concat(Pilots.Select(pair => ($"pilots/{pair.Key}", pair.Value)))
            .Concat(Rounds.Select(pair => ($"regions/{pair.Key.Replace("/", "/rounds/", StringComparison.Ordinal)}", pair.Value)));

    public static SampleNetworks Read()
    {
        using var stream = typeof(SampleNetworks).Assembly.GetManifestResourceStream(Document)
            ?? throw new InvalidOperationException($"{Document} is not built in");
        return JsonSerializer.Deserialize<SampleNetworks>(stream, KpiGridJson.Options)!;
    }
}

/// <summary>A measurement or correction, and when it is recorded.</summary>
internal sealed record SampleItem
{
    public required DateTimeOffset RecordedAt { get; init; }

    public required string Pilot { get; init; }

    /// <summary>As it is sent.</summary>
    public required JsonObject Content { get; init; }
}
