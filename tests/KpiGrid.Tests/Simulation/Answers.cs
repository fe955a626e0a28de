namespace KpiGrid.Tests.Simulation;

/// <summary>What the product says at the end of a history.</summary>
internal sealed class Answers
{
    public Dictionary<(string Node, string Kpi), Sums> Sums { get; } = [];

    public Dictionary<MunicipalityId, MunicipalityFacts> Municipalities { get; } = [];
}
