namespace KpiGrid.Api.Measurements;

/// <summary>What a measurement looks like in JSON, as <see cref="MeasurementReader"/> reads it.</summary>
internal sealed record MeasurementBody
{
    public required string Id { get; init; }
    public required string Kpi { get; init; }
    public string? Class { get; init; }
    public string? Municipality { get; init; }
    public required string Period { get; init; }
    public Amount? Value { get; init; }
    public string? Unit { get; init; }
    public Amount? Numerator { get; init; }
    public Amount? Denominator { get; init; }
    public Amount? Weight { get; init; }
    public IReadOnlyList<string>? Members { get; init; }
    public Amount? Reading { get; init; }
    public bool? Reset { get; init; }
    public string? Flag { get; init; }
    public bool? Provisional { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<string>? Evidence { get; init; }
    public string? OnBehalfOf { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public IReadOnlyList<string>? Links { get; init; }
    public string? Silence { get; init; }
}

/// <summary>A correction in JSON: the statement, and the new content unless it withdraws or restores.</summary>
internal sealed record CorrectionBody
{
    public required string Id { get; init; }
    public required string Kpi { get; init; }
    public required int Revision { get; init; }
    public required string Kind { get; init; }
    public required string Reason { get; init; }
    public string? Class { get; init; }
    public string? Municipality { get; init; }
    public string? Period { get; init; }
    public Amount? Value { get; init; }
    public string? Unit { get; init; }
    public Amount? Numerator { get; init; }
    public Amount? Denominator { get; init; }
    public Amount? Weight { get; init; }
    public IReadOnlyList<string>? Members { get; init; }
    public Amount? Reading { get; init; }
    public bool? Reset { get; init; }
    public string? Flag { get; init; }
    public bool? Provisional { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<string>? Evidence { get; init; }
    public string? OnBehalfOf { get; init; }
    public IReadOnlyList<string>? Tags { get; init; }
    public IReadOnlyList<string>? Links { get; init; }
    public string? Silence { get; init; }
}
