namespace KpiGrid;

/// <summary>A municipality's share on one day.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Parts">Its parts, at least 1.</param>
/// <param name="Whole">Of how many.</param>
public readonly record struct ShareOn(MunicipalityId Municipality, long Parts, long Whole)
{
    /// <summary>The share of the only municipality there is.</summary>
    public static ShareOn All(MunicipalityId municipality) => new(municipality, 1, 1);
}
