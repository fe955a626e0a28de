namespace KpiGrid.Silo.Pilots;

/// <summary>What a statement about a measurement comes to, once checked; what the writer remembers of it.</summary>
[GenerateSerializer, Immutable, Alias("Content")]
internal sealed record Content
{
    /// <summary>Which figures it is held against: its KPI and the class of its KPI stream.</summary>
    [Id(0)]
    public required FamilyId Family { get; init; }

    /// <summary>The participant whose own figure it is.</summary>
    [Id(1)]
    public required MunicipalityId? Owner { get; init; }

    [Id(2)]
    public required DayRange Days { get; init; }
    [Id(3)]
    public required KpiKind Kind { get; init; }
    [Id(4)]
    public required int Definition { get; init; }
    [Id(5)]
    public required int Series { get; init; }

    /// <summary>The class of its cells: its stream's, or the value of a score.</summary>
    [Id(6)]
    public required ClassId? CellClass { get; init; }

    [Id(7)]
    public required string? Currency { get; init; }

    /// <summary>The unit of A: the KPI's own, or the currency.</summary>
    [Id(8)]
    public required string Unit { get; init; }

    [Id(9)]
    public required Flag Flag { get; init; }
    [Id(10)]
    public required bool Provisional { get; init; }
    [Id(11)]
    public required Amount A { get; init; }
    [Id(12)]
    public required Amount B { get; init; }

    /// <summary>Hashes of the members of a distinct count; null when a bare number was sent.</summary>
    [Id(13)]
    public UInt128[]? Members { get; init; }

    [Id(14)]
    public bool IsReading { get; init; }
    [Id(15)]
    public bool IsReset { get; init; }
    [Id(16)]
    public bool IsSilence { get; init; }

    /// <summary>Hash over everything the sender sent, as the definition and the shares of its day completed it.</summary>
    [Id(17)]
    public required UInt128 Digest { get; init; }

    /// <summary>Hash over everything the sender sent, normalised by nothing that can change: a retry is known by it.</summary>
    [Id(18)]
    public required UInt128 AsSent { get; init; }

    /// <summary>Whether it is a reason for silence after which nothing more is expected.</summary>
    [Id(19)]
    public bool IsNotOccurring { get; init; }

    /// <summary>Whether it was reported on behalf of participants, who confirm it.</summary>
    [Id(20)]
    public bool IsOnBehalf { get; init; }

    /// <summary>The key of its cell, before readings are turned into differences.</summary>
    public CellKey Key => new(Family.Kpi, Series, CellClass, Currency, Days, Flag, Provisional);

    public KpiStreamId Stream(PilotId pilot) => new(pilot, Family.Kpi, Family.Class, Owner);
}

/// <summary>The figures of a pilot that are settled together: one KPI and one class of it, all participants.</summary>
[GenerateSerializer, Immutable, Alias("FamilyId")]
internal readonly record struct FamilyId([property: Id(0)] KpiCode Kpi, [property: Id(1)] ClassId? Class);
