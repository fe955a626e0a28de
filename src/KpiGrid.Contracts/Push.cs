namespace KpiGrid;

/// <summary>Measurements for one pilot: one record, all or nothing.</summary>
[GenerateSerializer, Immutable, Alias("Push")]
public sealed record Push
{
    /// <summary>1 to 10,000 measurements, in the sender's order.</summary>
    [Id(0)] public required IReadOnlyList<Measurement> Measurements { get; init; }

    /// <summary>Who sends: an opaque actor id, never a name.</summary>
    [Id(1)] public required string Author { get; init; }

    /// <summary>The import this push is part of.</summary>
    [Id(2)] public string? Import { get; init; }

    /// <summary>Check only; nothing is stored, receipts say what would be.</summary>
    [Id(3)] public bool DryRun { get; init; }

    /// <summary>Record what is good and refuse the rest, instead of all or nothing; still one record.</summary>
    [Id(4)] public bool Partial { get; init; }

    /// <summary>Say what it moved; such a push is a record of its own.</summary>
    [Id(5)] public bool Impact { get; init; }
}

/// <summary>Corrections of one pilot: one record, all or nothing.</summary>
[GenerateSerializer, Immutable, Alias("CorrectionPush")]
public sealed record CorrectionPush
{
    /// <summary>1 to 10,000 corrections, in the sender's order.</summary>
    [Id(0)] public required IReadOnlyList<Correction> Corrections { get; init; }

    /// <summary>Who sends: an opaque actor id, never a name.</summary>
    [Id(1)] public required string Author { get; init; }

    /// <summary>Check only.</summary>
    [Id(2)] public bool DryRun { get; init; }

    /// <summary>Say what they moved.</summary>
    [Id(3)] public bool Impact { get; init; }
}

/// <summary>What became of a push: receipts in input order, or refusals and nothing stored; of a partial push both.</summary>
[GenerateSerializer, Immutable, Alias("PushAnswer")]
public sealed record PushAnswer
{
    /// <summary>
    /// One receipt per item, in input order; empty when anything was refused. Of a partial push one per item that was not.
    /// </summary>
    [Id(0)] public IReadOnlyList<Receipt> Receipts { get; init; } = [];

    /// <summary>What was refused, by index; the first 100, of a partial push all.</summary>
    [Id(1)] public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>A read with <c>atLeast</c> this token contains the push; null on a dry run or a refusal.</summary>
    [Id(2)] public PushToken? Token { get; init; }

    /// <summary>
    /// What its record changed, where that was asked for: the pilot's own cells and what each municipality was allocated.
    /// </summary>
    [Id(3)] public IReadOnlyList<PlaceMoves> Moves { get; init; } = [];
}

/// <summary>How far one record moved the cells of one place; members of a distinct count are left out.</summary>
/// <param name="Municipality">The municipality; null for the whole pilot.</param>
/// <param name="Cells">Each cell that moved, holding the difference: what it holds now less what it held before.</param>
[GenerateSerializer, Immutable, Alias("PlaceMoves")]
public sealed record PlaceMoves(
    [property: Id(0)] MunicipalityId? Municipality, [property: Id(1)] CellBlock Cells);

/// <summary>Why one item was refused.</summary>
/// <param name="Index">The item's place in the request, from 0.</param>
/// <param name="Status">The HTTP status: 409 for a conflict of id, day, revision or share, else 422.</param>
/// <param name="Problem">Field, value and remedy.</param>
[GenerateSerializer, Immutable, Alias("Refusal")]
public sealed record Refusal([property: Id(0)] int Index, [property: Id(1)] int Status, [property: Id(2)] Problem Problem);

/// <summary>The answer to one measurement or correction.</summary>
[GenerateSerializer, Immutable, Alias("Receipt")]
public sealed record Receipt
{
    /// <summary>The client's id.</summary>
    [Id(0)] public required MeasurementId Id { get; init; }

    /// <summary>The KPI stream it went to.</summary>
    [Id(1)] public required KpiStreamId Stream { get; init; }

    /// <summary>The sequence of its record in the pilot's journal stream; 0 on a dry run.</summary>
    [Id(2)] public required long Sequence { get; init; }

    /// <summary>The revision this receipt is for.</summary>
    [Id(3)] public required int Revision { get; init; }

    /// <summary>True when it was already there and nothing moved.</summary>
    [Id(4)] public required bool Repeated { get; init; }

    /// <summary>The amount in the KPI's unit; a numerator or value x weight where the kind has parts.</summary>
    [Id(5)] public required Amount A { get; init; }

    /// <summary>The denominator or weight where the kind has parts, else null.</summary>
    [Id(6)] public Amount? B { get; init; }

    /// <summary>The unit of <see cref="A"/>: the KPI's, or the currency sent.</summary>
    [Id(7)] public required string Unit { get; init; }

    /// <summary>Whether its period may still change, when the receipt was written.</summary>
    [Id(8)] public PeriodStatus PeriodStatus { get; init; }
}
