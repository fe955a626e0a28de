using System.Text.Json;

namespace KpiGrid.Tests.Processes;

/// <summary>What the file comes to, computed elsewhere; every amount is the text of an exact decimal.</summary>
internal static class AustinReference
{
    private const string File = "austin_waste_daily_by_route_2005_2021.zip/clean_waste_data.csv";

    public static string Total => Austin().GetProperty("total").GetString()!;

    public static SortedDictionary<string, string> By(string grouping) => new(
        Austin().GetProperty(grouping).EnumerateObject()
            .ToDictionary(each => each.Name, each => each.Value.GetString()!), StringComparer.Ordinal);

    private static JsonElement Austin()
    {
        var text = System.IO.File.ReadAllBytes(SharedData.File("reference-totals.json"));
        return JsonSerializer.Deserialize<JsonElement>(text).GetProperty(File);
    }
}
