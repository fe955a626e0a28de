namespace KpiGrid.Host.Verification;

/// <summary>One field of an answer that is not what the journal comes to.</summary>
/// <param name="Node">The node asked.</param>
/// <param name="Kpi">The KPI.</param>
/// <param name="Period">The period.</param>
/// <param name="Class">The class of a split; null for the total.</param>
/// <param name="Field">The field, or <c>answer</c> where there is none to read.</param>
/// <param name="Expected">What the journal comes to.</param>
/// <param name="Found">What the server answered.</param>
internal sealed record Difference(
    string Node, string Kpi, string Period, string? Class, string Field, string Expected, string Found);
