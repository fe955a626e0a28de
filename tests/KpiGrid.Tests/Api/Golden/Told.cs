using System.Text.Json;
using Xunit;

namespace KpiGrid.Tests.Api.Golden;

/// <summary>Reads what was answered; amounts are texts of exact decimals, null is "null".</summary>
internal static class Told
{
    public static JsonElement Only(this JsonElement answer) =>
        Assert.Single(answer.GetProperty("periods").EnumerateArray());

    public static string Text(this JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) ? value.GetRawText().Trim('"') : "absent";

    public static string Value(this JsonElement answer) => answer.Only().Text("value");

    public static int N(this JsonElement answer) => answer.Only().GetProperty("n").GetInt32();

    /// <summary>Value, n and coverage of the only period, such as <c>160 n6 5/5</c>.</summary>
    public static string Line(this JsonElement answer) => $"{answer.Value()} n{answer.N()} {answer.Only().Coverage()}";

    public static string Coverage(this JsonElement period) =>
        $"{period.GetProperty("coverage").Text("reported")}/{period.GetProperty("coverage").Text("expected")}";

    /// <summary>One member of each period, in order.</summary>
    public static IEnumerable<string> Periods(this JsonElement answer, string member = "value") =>
        answer.GetProperty("periods").EnumerateArray().Select(period => period.Text(member));

    public static IEnumerable<string> Marks(this JsonElement period) =>
        period.GetProperty("marks").EnumerateArray().Select(mark => mark.GetString()!);

    /// <summary>The parts of a split in their order, such as <c>DK-0615 60 n2</c>.</summary>
    public static IEnumerable<string> Parts(this JsonElement answer) => answer.GetProperty("split").EnumerateArray()
        .Select(part => $"{part.Text("key")} {part.Value()} n{part.N()}");

    public static IEnumerable<string> Shown(this JsonElement answer) =>
        answer.GetProperty("split").EnumerateArray().Select(part => $"{part.Text("key")} {part.Only().Text("shown")}");

    public static IEnumerable<string> Amounts(this JsonElement answer) => answer.Only().GetProperty("amounts")
        .EnumerateArray().Select(amount => $"{amount.Text("unit")} {amount.Text("value")} n{amount.Text("n")}");

    public static IReadOnlyList<JsonElement> Lines(this JsonElement explanation) =>
        [.. explanation.GetProperty("lines").EnumerateArray()];
}
