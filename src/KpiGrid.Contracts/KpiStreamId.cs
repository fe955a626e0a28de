namespace KpiGrid;

/// <summary>The address of a KPI stream inside a pilot, written <c>pilot/KPI[/class][@municipality]</c>.</summary>
/// <param name="Pilot">The pilot.</param>
/// <param name="Kpi">The KPI.</param>
/// <param name="Class">The class, where the definition has classes; never for a score.</param>
/// <param name="Municipality">The participant, where the stream is one participant's own.</param>
[GenerateSerializer, Immutable, Alias("KpiStreamId")]
public readonly record struct KpiStreamId(
    [property: Id(0)] PilotId Pilot,
    [property: Id(1)] KpiCode Kpi,
    [property: Id(2)] ClassId? Class,
    [property: Id(3)] MunicipalityId? Municipality)
{
    /// <summary>The text <c>pilot/KPI[/class][@municipality]</c>.</summary>
    public override string ToString() =>
        $"{Pilot}/{Kpi}{(Class is { } c ? "/" + c : "")}{(Municipality is { } m ? "@" + m : "")}";
}
