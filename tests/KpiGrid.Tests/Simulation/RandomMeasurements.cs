namespace KpiGrid.Tests.Simulation;

/// <summary>Measurements of every kind, whole and of participants, some of which are refused.</summary>
internal sealed class RandomMeasurements(Chance chance, Register register)
{
    private static readonly string[] kpis = [.. Places.Kpis.Keys, Places.Late];

    private int number;

    public Measurement New() => Of(chance.Pick(kpis), $"m-{++number}");

    /// <summary>A flow of one tonne on a day that no other measurement lies on, to look for above.</summary>
    public Measurement Marker()
    {
        var day = Places.Beginning.AddDays(1 + ++number);
        return new()
        {
            Id = MeasurementId.Parse($"marker-{number}"), Kpi = KpiCode.Parse("FLOW"), Unit = "t",
            Period = $"{day:yyyy-MM-dd}", Value = Amount.One,
        };
    }

    public Measurement Of(string kpi, string id)
    {
        var measurement = new Measurement
        {
            Id = MeasurementId.Parse(id),
            Kpi = KpiCode.Parse(kpi),
            Period = chance.Pick(Places.Periods),
            Municipality = chance.Percent(35) ? MunicipalityId.Parse(chance.Pick(register.Codes)) : null,
            OnBehalfOf = chance.Percent(30) ? "the members of a body" : null,
            Flag = chance.Percent(40) ? null : chance.Of(Flag.Weighed, Flag.Estimated, Flag.Modelled),
            Provisional = chance.Percent(10),
            Note = "as it came",
        };
        return kpi switch
        {
            "SORT" => measurement with { Class = ClassId.Parse(chance.Of("a", "b")), Value = Value(), Unit = "t" },
            "FLOW" => measurement with { Value = Value(), Unit = chance.Of("t", "kg") },
            "LEVEL" => measurement with { Value = Value(), Weight = Value() },
            "RATIO" => measurement with { Numerator = Value(), Denominator = Value() },
            "SCORE" => measurement with { Value = Amount.Of(chance.Between(1, 3)) },
            _ => measurement with { Value = Value(), Unit = "m2" },
        };
    }

    private Amount Value() => Amount.Of(chance.Between(1, 99_999) / chance.Of(1m, 10m, 1000m));
}
