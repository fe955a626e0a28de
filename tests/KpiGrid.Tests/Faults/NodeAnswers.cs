using System.Globalization;
using System.Text.Json;

namespace KpiGrid.Tests.Faults;

/// <summary>Holds what nodes answer against the truth.</summary>
internal static class NodeAnswers
{
    private static readonly JsonElement nothing = JsonSerializer.Deserialize<JsonElement>("[]");

    /// <summary>What is wrong in a node's answer; null when it is right to the last decimal.</summary>
    public static string? Fault(string node, string text, Truth truth)
    {
        var answer = JsonSerializer.Deserialize<JsonElement>(text);
        var split = answer.GetProperty("split").EnumerateArray()
            .ToDictionary(line => line.GetProperty("key").GetString()!, line => line.GetProperty("periods"));
        return World.Classes
            .Select(each => Fault(node, each, split.GetValueOrDefault(each, nothing), truth))
            .Prepend(Fault(node, null, answer.GetProperty("periods"), truth))
            .FirstOrDefault(fault => fault is not null);
    }

    private static string? Fault(string node, string? ofClass, JsonElement periods, Truth truth)
    {
        var found = periods.EnumerateArray().ToDictionary(
            period => int.Parse(period.GetProperty("period").GetString()![^2..], CultureInfo.InvariantCulture),
            period => (Number(period.GetProperty("value")), period.GetProperty("n").GetInt32()));
        for (var month = 1; month <= 12; month++)
        {
            var (expected, said) = (truth.Of(node, ofClass, month), found.GetValueOrDefault(month, (null, 0)));
            if (said != expected) return $"{node} {ofClass} month {month}: {said}, not {expected}";
        }
        return null;
    }

    private static decimal? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
}
