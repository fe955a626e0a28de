using static KpiGrid.QuantityKind;

namespace KpiGrid;

/// <summary>The rows of the closed table of units, and the spellings people type.</summary>
internal static class UnitTable
{
    public static readonly IReadOnlyList<Unit> Rows =
    [
        new("kg", "kg", "KGM", "mass", 1, 1, WasteMass, MaterialMass),
        new("t", "t", "TNE", "mass", 1000, 1, WasteMass, MaterialMass),
        new("lb", "[lb_av]", "LBR", "mass", 45_359_237, 100_000_000, WasteMass, MaterialMass),
        new("ston", "[ston_av]", "STN", "mass", 90_718_474, 100_000, WasteMass, MaterialMass),
        new("m2", "m2", "MTK", "area", 1, 1, FloorArea, SurfaceOfElements, LandArea),
        new("ft2", "[sft_i]", "FTK", "area", 9_290_304, 100_000_000, FloorArea, SurfaceOfElements),
        new("ha", "har", "HAR", "area", 10_000, 1, LandArea, FloorArea),
        new("km2", "km2", "KMK", "area", 1_000_000, 1, LandArea),
        new("m3", "m3", "MTQ", "volume", 1, 1, Volume),
        new("L", "L", "LTR", "volume", 1, 1000, Volume),
        new("kg/m2", "kg/m2", "28", "mass per area", 1, 1, MassPerFloorArea),
        new("h", "h", "HUR", "hours", 1, 1, Time),
        new("d", "d", "DAY", "hours", 24, 1, Time),
        new("mo", "mo", "MON", "months", 1, 1, Time),
        new("a", "a", "ANN", "months", 12, 1, Time),
        new("m2.h", "m2.h", null, "area-time", 1, 1, AreaTime),
        new("kWh", "kW.h", "KWH", "energy", 1, 1, Energy),
        new("MWh", "MW.h", "MWH", "energy", 1000, 1, Energy),
        new("kgCO2e", "kg{CO2eq}", null, "CO2e", 1, 1, Co2eMass),
        new("tCO2e", "t{CO2eq}", null, "CO2e", 1000, 1, Co2eMass),
        new("kgCO2e/m2/a", "kg{CO2eq}/m2/a", null, "GWP", 1, 1, GwpIntensity),
        new("%", "%", "P1", "ratio", 1, 1, DimensionlessRatio),
        new("1", "1", "C62", "events", 1, 1, CountOfEvents),
        new("person", "{person}", "IE", "people", 1, 1, People),
        new("FTE", "{FTE}", null, "work force", 1, 1, WorkForce),
        new("company", "{company}", null, "organisations", 1, 1, Organisations),
        new("building", "{building}", null, "buildings", 1, 1, Buildings),
        new("dwelling", "{dwelling}", null, "dwellings", 1, 1, Dwellings),
        new("tender", "{tender}", null, "tenders", 1, 1, Tenders),
        new("score", "{score}", null, "score", 1, 1, Score),
        new("money", null, null, "money", 1, 1, Money),
        new("EUR/m2/a", null, null, "money intensity", 1, 1, MoneyIntensityEur),
    ];

    /// <summary>Never <c>T</c>, which is tesla, and never a bare <c>ton</c>, which may be a US ton.</summary>
    public static readonly IReadOnlyList<(string Spelling, string Id)> Aliases =
    [
        ("Kg", "kg"), ("KG", "kg"), ("kilo", "kg"), ("kilogram", "kg"),
        ("Mg", "t"), ("tons", "t"), ("tonne", "t"), ("tonnes", "t"),
        ("lbs", "lb"), ("pound", "lb"), ("pounds", "lb"), ("short ton", "ston"), ("short tons", "ston"),
        ("m²", "m2"), ("M2", "m2"), ("m^2", "m2"), ("sqm", "m2"),
        ("ft²", "ft2"), ("ft^2", "ft2"), ("sqft", "ft2"), ("sq ft", "ft2"), ("km²", "km2"), ("km^2", "km2"),
        ("hectare", "ha"), ("hectares", "ha"),
        ("m³", "m3"), ("M3", "m3"), ("m^3", "m3"), ("l", "L"), ("litre", "L"), ("litres", "L"), ("liter", "L"),
        ("kg/m²", "kg/m2"), ("m²h", "m2.h"), ("m2h", "m2.h"), ("m²·h", "m2.h"),
        ("kwh", "kWh"), ("KWh", "kWh"), ("KWH", "kWh"), ("Mwh", "MWh"), ("MWH", "MWh"),
        ("kg CO2e", "kgCO2e"), ("kgCO2eq", "kgCO2e"), ("kg CO2eq", "kgCO2e"), ("kgCO₂e", "kgCO2e"),
        ("t CO2e", "tCO2e"), ("tCO2eq", "tCO2e"), ("t CO2eq", "tCO2e"), ("tCO₂e", "tCO2e"),
        ("kgCO2e/m²/a", "kgCO2e/m2/a"), ("kgCO2e/m2/year", "kgCO2e/m2/a"), ("kgCO2e/m²/year", "kgCO2e/m2/a"),
        ("EUR/m²/a", "EUR/m2/a"), ("€/m²/a", "EUR/m2/a"),
        ("hour", "h"), ("hours", "h"), ("day", "d"), ("days", "d"),
        ("month", "mo"), ("months", "mo"), ("year", "a"), ("years", "a"),
        ("persons", "person"), ("people", "person"), ("fte", "FTE"), ("companies", "company"),
        ("buildings", "building"), ("dwellings", "dwelling"), ("tenders", "tender"),
    ];
}
