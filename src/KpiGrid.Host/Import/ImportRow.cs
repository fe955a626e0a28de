namespace KpiGrid.Host.Import;

/// <summary>One measurement as it was read, with the physical line it came from.</summary>
internal readonly record struct ImportRow
{
    public required long Line { get; init; }

    public required string Pilot { get; init; }

    public required string Kpi { get; init; }

    public required string Id { get; init; }

    public required string Period { get; init; }

    public required Amount Value { get; init; }

    public string? Class { get; init; }

    public string? Municipality { get; init; }

    public string? Unit { get; init; }

    public string? Flag { get; init; }

    public string? Note { get; init; }
}
