using System.Text.Json;
using System.Text.Json.Nodes;

namespace KpiGrid;

/// <summary>Which classes of a breakdown count, the way one body of statistics reads them: the same data, another sum.</summary>
/// <remarks>
/// Readings are data beside the starter catalogue, each with its source. A change of what counts is a new version, and an
/// answer names the version it was read by.
/// </remarks>
public sealed record ClassReading
{
    private const string File = "class-readings.json";

    /// <summary>The readings there are, in the order of the data.</summary>
    public static IReadOnlyList<ClassReading> All { get; } = Read();

    /// <summary>The short name, such as <c>eu</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The version of what counts, from 1 on.</summary>
    public required int Version { get; init; }

    /// <summary>What it is called.</summary>
    public required Trilingual Names { get; init; }

    /// <summary>The classes that count.</summary>
    public required IReadOnlyList<ClassId> Counts { get; init; }

    /// <summary>The classes that it knows and that do not count.</summary>
    public required IReadOnlyList<ClassId> LeavesOut { get; init; }

    /// <summary>The countries and NUTS regions whose own way it is, by the beginning of their codes.</summary>
    public required IReadOnlyList<string> Territories { get; init; }

    /// <summary>Who reads so, and where that stands.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the source was seen to say what counts.</summary>
    public required bool Verified { get; init; }

    /// <summary>Whether a KPI can be read so: its amounts add up and it has no class that the reading does not know.</summary>
    public bool Fits(KpiFacts kpi) => kpi.Kind is KpiKind.Flow or KpiKind.EventCount or KpiKind.Stock
        && kpi.Classes.Count > 0 && kpi.Classes.All(@class => Counts.Contains(@class) || LeavesOut.Contains(@class));

    private static ClassReading[] Read()
    {
        using var stream = typeof(ClassReading).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not embedded");
        return JsonNode.Parse(stream)!["readings"].Deserialize<ClassReading[]>(KpiGridJson.Options)!;
    }
}
