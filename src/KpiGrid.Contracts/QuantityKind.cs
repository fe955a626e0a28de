namespace KpiGrid;

/// <summary>What is being counted; amounts of two kinds are never converted into one another nor added.</summary>
/// <remarks>Zero is no kind, so that a missing one is noticed.</remarks>
[GenerateSerializer, Alias("QuantityKind")]
public enum QuantityKind : byte
{
    /// <summary>waste mass</summary>
    WasteMass = 1,

    /// <summary>material mass</summary>
    MaterialMass = 2,

    /// <summary>floor area</summary>
    FloorArea = 3,

    /// <summary>surface of elements</summary>
    SurfaceOfElements = 4,

    /// <summary>land area</summary>
    LandArea = 5,

    /// <summary>volume</summary>
    Volume = 6,

    /// <summary>mass per floor area</summary>
    MassPerFloorArea = 7,

    /// <summary>time</summary>
    Time = 8,

    /// <summary>area-time: the use of buildings</summary>
    AreaTime = 9,

    /// <summary>energy</summary>
    Energy = 10,

    /// <summary>CO2e mass</summary>
    Co2eMass = 11,

    /// <summary>GWP intensity</summary>
    GwpIntensity = 12,

    /// <summary>dimensionless ratio</summary>
    DimensionlessRatio = 13,

    /// <summary>count of events: events, replications</summary>
    CountOfEvents = 14,

    /// <summary>people</summary>
    People = 15,

    /// <summary>work force</summary>
    WorkForce = 16,

    /// <summary>organisations</summary>
    Organisations = 17,

    /// <summary>buildings</summary>
    Buildings = 18,

    /// <summary>dwellings</summary>
    Dwellings = 19,

    /// <summary>tenders</summary>
    Tenders = 20,

    /// <summary>score</summary>
    Score = 21,

    /// <summary>money</summary>
    Money = 22,

    /// <summary>money intensity, EUR</summary>
    MoneyIntensityEur = 23,
}
