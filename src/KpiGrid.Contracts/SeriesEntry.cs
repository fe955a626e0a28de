namespace KpiGrid;

/// <summary>One statement about a measurement, as recorded: what was sent, what it came to, who and when.</summary>
[GenerateSerializer, Immutable, Alias("SeriesEntry")]
public sealed record SeriesEntry
{
    /// <summary>The KPI stream.</summary>
    [Id(0)] public required KpiStreamId Stream { get; init; }

    /// <summary>The measurement as sent; for a withdrawal the content it took out. Members are left out.</summary>
    [Id(1)] public required Measurement Sent { get; init; }

    /// <summary>The local days it covers.</summary>
    [Id(2)] public required DayRange Days { get; init; }

    /// <summary>The amount in the KPI's unit; for distinct counts the number of members.</summary>
    [Id(3)] public required Amount A { get; init; }

    /// <summary>The denominator or weight; zero where the kind has no parts.</summary>
    [Id(4)] public required Amount B { get; init; }

    /// <summary>The unit of <see cref="A"/>.</summary>
    [Id(5)] public required string Unit { get; init; }

    /// <summary>The definition version it was checked against.</summary>
    [Id(6)] public required int Definition { get; init; }

    /// <summary>The revision.</summary>
    [Id(7)] public required int Revision { get; init; }

    /// <summary>What the revision says.</summary>
    [Id(8)] public required RevisionKind Kind { get; init; }

    /// <summary>Why; null for the first.</summary>
    [Id(9)] public string? Reason { get; init; }

    /// <summary>An opaque actor id.</summary>
    [Id(10)] public required string Author { get; init; }

    /// <summary>When it was recorded.</summary>
    [Id(11)] public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The sequence of its record.</summary>
    [Id(12)] public required long Sequence { get; init; }

    /// <summary>The import it came with.</summary>
    [Id(13)] public string? Import { get; init; }

    /// <summary>Whether the measurement is withdrawn as of this statement.</summary>
    public bool IsWithdrawn => Kind == RevisionKind.Withdrawal;
}

/// <summary>The measurements of one KPI of a pilot.</summary>
/// <param name="Head">The head of the pilot's journal stream they are as of.</param>
/// <param name="Entries">The entries, by last day, id and revision.</param>
[GenerateSerializer, Immutable, Alias("SeriesAnswer")]
public sealed record SeriesAnswer([property: Id(0)] long Head, [property: Id(1)] IReadOnlyList<SeriesEntry> Entries);
