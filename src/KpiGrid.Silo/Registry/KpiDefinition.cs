namespace KpiGrid.Silo.Registry;

/// <summary>One version of a KPI definition and the series it adds up in.</summary>
internal sealed record KpiDefinition(KpiCode Code, int Version, int Series, KpiFacts Facts);
