namespace KpiGrid.Silo.Pilots;

/// <summary>What a statement about a measurement comes to, once checked; what the writer remembers of it.</summary>
internal sealed record Content
{
    /// <summary>Which figures it is held against: its KPI and the class of its KPI stream.</summary>
    public required FamilyId Family { get; init; }

    /// <summary>The participant whose own figure it is.</summary>
    public required MunicipalityId? Owner { get; init; }

    public required DayRange Days { get; init; }
    public required KpiKind Kind { get; init; }
    public required int Definition { get; init; }
    public required int Series { get; init; }

    /// <summary>The class of its cells: its stream's, or the value of a score.</summary>
    public required ClassId? CellClass { get; init; }

    public required string? Currency { get; init; }

    /// <summary>The unit of A: the KPI's own, or the currency.</summary>
    public required string Unit { get; init; }

    public required Flag Flag { get; init; }
    public required bool Provisional { get; init; }
    public required Amount A { get; init; }
    public required Amount B { get; init; }

    /// <summary>Hashes of the members of a distinct count; null when a bare number was sent.</summary>
    public UInt128[]? Members { get; init; }

    public bool IsReading { get; init; }
    public bool IsReset { get; init; }
    public bool IsSilence { get; init; }

    /// <summary>Hash over everything the sender sent, normalised: equal content has equal digests.</summary>
    public required UInt128 Digest { get; init; }

    /// <summary>The key of its cell, before readings are turned into differences.</summary>
    public CellKey Key => new(Family.Kpi, Series, CellClass, Currency, Days, Flag, Provisional);

    public KpiStreamId Stream(PilotId pilot) => new(pilot, Family.Kpi, Family.Class, Owner);
}

/// <summary>The figures of a pilot that are settled together: one KPI and one class of it, all participants.</summary>
internal readonly record struct FamilyId(KpiCode Kpi, ClassId? Class);
