namespace KpiGrid.Api.Measurements;

/// <summary>The forms in which KPIs are sent.</summary>
internal static class KpiForms
{
    /// <summary>Whether it is sent as numerator and denominator.</summary>
    public static bool IsInParts(KpiFacts facts) =>
        facts.Kind == KpiKind.Ratio || (facts.Kind == KpiKind.Level && facts.Numerator is not null);
}
