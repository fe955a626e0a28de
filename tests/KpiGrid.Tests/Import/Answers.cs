using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests.Import;

/// <summary>Reads answers of totals as texts of exact decimals; null is "null".</summary>
internal static class Answers
{
    public static JsonElement OnlyPeriod(this JsonElement holder) =>
        Assert.Single(holder.GetProperty("periods").EnumerateArray());

    public static string Only(this JsonElement holder) => holder.OnlyPeriod().GetProperty("value").GetRawText();

    public static SortedDictionary<string, string> ByPeriod(this JsonElement holder) => Sorted(
        holder.GetProperty("periods").EnumerateArray().Select(period =>
            (period.GetProperty("period").GetString()!, period.GetProperty("value").GetRawText())));

    public static SortedDictionary<string, string> ByPart(this JsonElement answer) => Sorted(
        answer.GetProperty("split").EnumerateArray().Select(part => (part.GetProperty("key").GetString()!, part.Only())));

    public static (int Reported, int Expected) Coverage(this JsonElement period) => (
        period.GetProperty("coverage").GetProperty("reported").GetInt32(),
        period.GetProperty("coverage").GetProperty("expected").GetInt32());

    public static SortedDictionary<string, string> Sorted(IEnumerable<(string Key, string Value)> pairs) =>
        new(pairs.ToDictionary(pair => pair.Key, pair => pair.Value), StringComparer.Ordinal);

    /// <summary>A group of the reference totals, its keys turned into those of the answers.</summary>
    public static SortedDictionary<string, string> Reference(JsonElement group, Func<string, string> key) =>
        Sorted(group.EnumerateObject().Select(each => (key(each.Name), each.Value.GetString()!)));
}
