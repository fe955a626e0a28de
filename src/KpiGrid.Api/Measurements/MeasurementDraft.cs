namespace KpiGrid.Api.Measurements;

/// <summary>A measurement or correction while it is read; what was refused is left out.</summary>
internal sealed class MeasurementDraft
{
    private const ulong Identity = (1UL << (int)MeasurementField.Id) | (1UL << (int)MeasurementField.Kpi);

    private ulong seen;
    private ulong given;

    public MeasurementId Id { get; set; }
    public KpiCode Kpi { get; set; }
    public ClassId? Class { get; set; }
    public MunicipalityId? Municipality { get; set; }
    public string Period { get; set; } = "";
    public Amount? Value { get; set; }
    public string? Unit { get; set; }
    public Amount? Numerator { get; set; }
    public Amount? Denominator { get; set; }
    public Amount? Weight { get; set; }
    public IReadOnlyList<string>? Members { get; set; }
    public Amount? Reading { get; set; }
    public bool Reset { get; set; }
    public Flag? Flag { get; set; }
    public bool Provisional { get; set; }
    public string? Note { get; set; }
    public IReadOnlyList<string> Evidence { get; set; } = [];
    public string? OnBehalfOf { get; set; }
    public IReadOnlyList<string> Tags { get; set; } = [];
    public IReadOnlyList<string> Links { get; set; } = [];
    public string? Silence { get; set; }
    public int Revision { get; set; }
    public RevisionKind Kind { get; set; }
    public string Reason { get; set; } = "";

    /// <summary>Notes that a member is there; false when it was there before.</summary>
    public bool See(MeasurementField field)
    {
        var bit = 1UL << (int)field;
        if ((seen & bit) != 0) return false;
        seen |= bit;
        return true;
    }

    /// <summary>Notes that a member has a value; null is the same as leaving it out.</summary>
    public void Give(MeasurementField field) => given |= 1UL << (int)field;

    public bool IsGiven(MeasurementField field) => (given & (1UL << (int)field)) != 0;

    /// <summary>The first member of new content that has a value; null when there is none.</summary>
    public MeasurementField? FirstContent()
    {
        var content = given & ~Identity & ((1UL << (int)MeasurementField.Revision) - 1);
        return content == 0 ? null : (MeasurementField)ulong.TrailingZeroCount(content);
    }

    public Measurement ToMeasurement() => new()
    {
        Id = Id,
        Kpi = Kpi,
        Class = Class,
        Municipality = Municipality,
        Period = Period,
        Value = Value,
        Unit = Unit,
        Numerator = Numerator,
        Denominator = Denominator,
        Weight = Weight,
        Members = Members,
        Reading = Reading,
        Reset = Reset,
        Flag = Flag,
        Provisional = Provisional,
        Note = Note,
        Evidence = Evidence,
        OnBehalfOf = OnBehalfOf,
        Tags = Tags,
        Links = Links,
        Silence = Silence,
    };

    public Correction ToCorrection(bool withContent) => new()
    {
        Id = Id,
        Kpi = Kpi,
        Revision = Revision,
        Kind = Kind,
        Reason = Reason,
        Content = withContent ? ToMeasurement() : null,
    };
}
