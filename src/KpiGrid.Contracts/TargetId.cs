namespace KpiGrid;

/// <summary>What a target is for: a pilot, municipality or region, a KPI, and where it has classes perhaps one of them.</summary>
/// <remarks>
/// Written <c>regions/ncc/CDW-DIV</c> or <c>pilots/stop-byggespild/CDW-DIV/recycled</c>; that is the name of its journal
/// stream after <c>target/</c>. Without a class it is for all classes together.
/// </remarks>
/// <param name="Node">The node as addresses name it: <c>pilots/…</c>, <c>municipalities/…</c>, <c>regions/…</c>.</param>
/// <param name="Kpi">The KPI.</param>
/// <param name="Class">The class; null: all together.</param>
public sealed record TargetId(string Node, KpiCode Kpi, ClassId? Class)
{
    /// <summary>Reads an id; null when the text is none.</summary>
    public static TargetId? Read(string? text)
    {
        if ((text ?? "").Split('/') is not [var kind, var place, var kpi, .. var rest] || rest.Length > 1) return null;
        if (!IsNode(kind, place) || !KpiCode.TryParse(kpi, out var code)) return null;
        if (rest is not [var name]) return new($"{kind}/{place}", code, null);
        return ClassId.TryParse(name, out var @class) ? new($"{kind}/{place}", code, @class) : null;
    }

    /// <summary>The text that is read.</summary>
    public override string ToString() => Class is { } name ? $"{Node}/{Kpi}/{name}" : $"{Node}/{Kpi}";

    private static bool IsNode(string kind, string id) => kind switch
    {
        "pilots" => PilotId.TryParse(id, out _),
        "municipalities" => MunicipalityId.TryParse(id, out _),
        "regions" => RegionId.TryParse(id, out _),
        _ => false,
    };
}
