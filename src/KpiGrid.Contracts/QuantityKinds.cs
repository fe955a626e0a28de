using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of quantity kinds, such as <c>waste mass</c>.</summary>
public static class QuantityKinds
{
    internal static readonly EnumText<QuantityKind> Texts = new(NameOf);

    /// <summary>The text form.</summary>
    public static string Text(this QuantityKind kind) => Texts.Of(kind);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out QuantityKind kind) =>
        Texts.TryParse(text, out kind);

    private static string NameOf(QuantityKind kind) => kind switch
    {
        QuantityKind.WasteMass => "waste mass",
        QuantityKind.MaterialMass => "material mass",
        QuantityKind.FloorArea => "floor area",
        QuantityKind.SurfaceOfElements => "surface of elements",
        QuantityKind.LandArea => "land area",
        QuantityKind.MassPerFloorArea => "mass per floor area",
        QuantityKind.AreaTime => "area-time",
        QuantityKind.Co2eMass => "CO2e mass",
        QuantityKind.GwpIntensity => "GWP intensity",
        QuantityKind.DimensionlessRatio => "dimensionless ratio",
        QuantityKind.CountOfEvents => "count of events",
        QuantityKind.WorkForce => "work force",
        QuantityKind.MoneyIntensityEur => "money intensity, EUR",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
