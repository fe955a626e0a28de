namespace KpiGrid.Api.Measurements;

/// <summary>The members of a measurement or correction in JSON.</summary>
internal enum MeasurementField
{
    Id,
    Kpi,
    Class,
    Municipality,
    Period,
    Value,
    Unit,
    Numerator,
    Denominator,
    Weight,
    Members,
    Reading,
    Reset,
    Flag,
    Provisional,
    Note,
    Evidence,
    OnBehalfOf,
    Tags,
    Links,
    Silence,
    Revision,
    Kind,
    Reason,
}
