using System.Text;
using System.Text.Json;
using KpiGrid.Api.Live;
using KpiGrid.Api.Totals;

namespace KpiGrid.Tests.Api.Live;

/// <summary>Hand-made states of a view.</summary>
internal static class States
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static NodeVersion Version(long count) => new(1, count, (ulong)count);

    /// <summary>A state with a value for each month given.</summary>
    public static LiveState At(long count, params (string Period, string? Value)[] values) => On(Today, count, values);

    public static LiveState On(DateOnly today, long count, params (string Period, string? Value)[] values) =>
        new(Version(count), today, [.. values.Select(each => new LiveLine(Given.Kpi(), new PeriodAnswer
        {
            Period = each.Period, Value = each.Value is { } value ? Given.Of(value) : null,
        }))]);

    /// <summary>An event in short: <c>change 2 after 1: 2026-10 5 from 3</c>.</summary>
    public static string Words(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty) return "";
        var lines = Encoding.UTF8.GetString(bytes.Span).Split('\n');
        var data = JsonSerializer.Deserialize<JsonElement>(lines[2]["data: ".Length..]);
        var changes = data.GetProperty("kpis").EnumerateArray().Select(line =>
            $"{line.GetProperty("period")} {line.GetProperty("value").GetRawText()} from {line.GetProperty("from").GetRawText()}");
        return $"{lines[1]["event: ".Length..]} {Count(data, "version")} after {Count(data, "previous")}: "
            + string.Join(", ", changes);
    }

    private static string Count(JsonElement data, string name) =>
        NodeVersion.TryParse(data.GetProperty(name).GetString(), out var version) ? $"{version.Count}" : "nothing";
}
