using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KpiGrid;

/// <summary>The KPI definitions that are there from the first start; networks add their own beside them.</summary>
public static class StarterCatalogue
{
    /// <summary>The definitions in the order of the catalogue, each as definition version 1.</summary>
    public static IReadOnlyDictionary<KpiCode, KpiFacts> Kpis { get; } = Read();

    private static ReadOnlyDictionary<KpiCode, KpiFacts> Read()
    {
        const string file = "starter-catalogue.json";
        using var stream = typeof(StarterCatalogue).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded");
        var kpis = new OrderedDictionary<KpiCode, KpiFacts>();
        foreach (var row in JsonNode.Parse(stream)!["kpis"]!.AsArray().Cast<JsonObject>())
        {
            var code = KpiCode.Parse(row["code"]!.GetValue<string>());
            row.Remove("code");
            kpis.Add(code, row.Deserialize<KpiFacts>(KpiGridJson.Options)!);
        }
        return new(kpis);
    }
}
