using System.Text.Json;

namespace KpiGrid.Host.Watch;

/// <summary>One period of one KPI in words.</summary>
internal sealed record LiveLine(JsonElement Json)
{
    public string Kpi => Text("kpi");

    public string Period => Text("period");

    public string Unit => Text("unit");

    public string From => Text("from");

    public string N => Text("n");

    public string Value => Text("value") is { Length: > 0 } value ? value
        : string.Join(" + ", List("amounts").Select(each => $"{each.GetProperty("value")} {each.GetProperty("unit")}"));

    public string Coverage =>
        Json.TryGetProperty("coverage", out var coverage) && coverage.ValueKind == JsonValueKind.Object
            ? $"{coverage.GetProperty("reported")} of {coverage.GetProperty("expected")}"
            : "";

    public string Marks => string.Join(", ", List("marks").Select(mark => mark.GetString()));

    private JsonElement[] List(string name) =>
        Json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private string Text(string name) => Json.TryGetProperty(name, out var value) ? value.ToString() : "";
}
