namespace KpiGrid;

/// <summary>A question for the measurements behind a total of one KPI of one pilot.</summary>
[GenerateSerializer, Immutable, Alias("ExplainQuestion")]
public sealed record ExplainQuestion
{
    /// <summary>The days; for standing kinds the last one decides.</summary>
    [Id(0)] public required DayRange Days { get; init; }

    /// <summary>
    /// The municipalities that count and on which days (null: the whole pilot). A flow counts on its last day, a standing
    /// value on the last day asked.
    /// </summary>
    [Id(1)] public IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? Places { get; init; }

    /// <summary>Only this class.</summary>
    [Id(2)] public ClassId? Class { get; init; }

    /// <summary>As of this sequence of the pilot's journal stream; null for its head now.</summary>
    [Id(3)] public long? Head { get; init; }
}

/// <summary>The measurements behind a total of one pilot; the parts listed add up to it.</summary>
/// <param name="Head">The sequence it is as of.</param>
/// <param name="Lines">The lines, by KPI stream, last day and id.</param>
[GenerateSerializer, Immutable, Alias("Explanation")]
public sealed record Explanation([property: Id(0)] long Head, [property: Id(1)] IReadOnlyList<ExplainLine> Lines);

/// <summary>One measurement and what it gives to the places asked for.</summary>
[GenerateSerializer, Immutable, Alias("ExplainLine")]
public sealed record ExplainLine
{
    /// <summary>The measurement, current as of the head asked for.</summary>
    [Id(0)] public required SeriesEntry Entry { get; init; }

    /// <summary>What it gives to each place; the sum of all lines' parts is the total.</summary>
    [Id(1)] public required IReadOnlyList<ExplainPart> Parts { get; init; }

    /// <summary>Which rule applied: <c>whole</c>, <c>own</c>, <c>control-total</c>, <c>replaced-part</c>, <c>in-conflict</c>.</summary>
    [Id(2)] public required string Rule { get; init; }

    /// <summary>What stands beside a measurement that was reported on behalf of participants; null beside others.</summary>
    [Id(3)] public OnBehalf? OnBehalf { get; init; }
}

/// <summary>What one measurement gives to one place.</summary>
/// <param name="Municipality">The place; null where the pilot has no municipality to give it to.</param>
/// <param name="Parts">The share's parts; 1 of 1 for a participant's own figure.</param>
/// <param name="Whole">The share's whole.</param>
/// <param name="A">The amount given, in the KPI's unit.</param>
/// <param name="B">The denominator or weight given.</param>
[GenerateSerializer, Immutable, Alias("ExplainPart")]
public sealed record ExplainPart(
    [property: Id(0)] MunicipalityId? Municipality,
    [property: Id(1)] long Parts,
    [property: Id(2)] long Whole,
    [property: Id(3)] Amount A,
    [property: Id(4)] Amount B);
