namespace KpiGrid;

/// <summary>One reported value, as the sender sent it.</summary>
/// <remarks>
/// Its identity is (pilot, KPI, id); everything else is content. A repeat with equal content gets the same receipt; other
/// content under the same id is refused (409) and must come as a correction. Which of the value members is required
/// follows from the KPI's kind: <see cref="Value"/> for flow, event-count, stock and score; <see cref="Numerator"/> and
/// <see cref="Denominator"/> for ratio; <see cref="Value"/> and <see cref="Weight"/> (or numerator and denominator) for
/// level; <see cref="Members"/> (or a bare <see cref="Value"/>, which gives bounds only) for distinct;
/// <see cref="Reading"/> instead of a value for a running total.
/// </remarks>
[GenerateSerializer, Immutable, Alias("Measurement")]
public sealed record Measurement
{
    /// <summary>The client's id, unique per pilot and KPI.</summary>
    [Id(0)] public required MeasurementId Id { get; init; }

    /// <summary>The KPI.</summary>
    [Id(1)] public required KpiCode Kpi { get; init; }

    /// <summary>The class; required by a definition with classes, refused by one without.</summary>
    [Id(2)] public ClassId? Class { get; init; }

    /// <summary>The participant whose own figure this is; null for the whole pilot's.</summary>
    [Id(3)] public MunicipalityId? Municipality { get; init; }

    /// <summary>A period, a range or an instant with offset, as text.</summary>
    [Id(4)] public required string Period { get; init; }

    /// <summary>The value in <see cref="Unit"/>.</summary>
    [Id(5)] public Amount? Value { get; init; }

    /// <summary>The unit as sent: an id or alias of the unit table, or a currency code. Null means the KPI's own.</summary>
    [Id(6)] public string? Unit { get; init; }

    /// <summary>The numerator of a ratio or level.</summary>
    [Id(7)] public Amount? Numerator { get; init; }

    /// <summary>The denominator of a ratio or level.</summary>
    [Id(8)] public Amount? Denominator { get; init; }

    /// <summary>The weight of a level's value.</summary>
    [Id(9)] public Amount? Weight { get; init; }

    /// <summary>Ids to be counted once each; hashed with the installation's key before they are stored.</summary>
    [Id(10)] public IReadOnlyList<string>? Members { get; init; }

    /// <summary>A running total so far, in <see cref="Unit"/>.</summary>
    [Id(11)] public Amount? Reading { get; init; }

    /// <summary>Whether the running total began again from zero.</summary>
    [Id(12)] public bool Reset { get; init; }

    /// <summary>How the value was obtained; measured when null.</summary>
    [Id(13)] public Flag? Flag { get; init; }

    /// <summary>Whether better data will follow.</summary>
    [Id(14)] public bool Provisional { get; init; }

    /// <summary>A note of at most 2,000 characters.</summary>
    [Id(15)] public string? Note { get; init; }

    /// <summary>Links to evidence.</summary>
    [Id(16)] public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>The organisation on whose behalf it is sent.</summary>
    [Id(17)] public string? OnBehalfOf { get; init; }

    /// <summary>Free tags.</summary>
    [Id(18)] public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Links to the instrument behind the movement.</summary>
    [Id(19)] public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Instead of any value: why there is none, such as <c>nothing-to-report</c>.</summary>
    [Id(20)] public string? Silence { get; init; }
}
