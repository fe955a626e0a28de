namespace KpiGrid.Host.Import;

/// <summary>What was asked for on the command line.</summary>
internal sealed record ImportOrder
{
    public required string File { get; init; }

    public required string Map { get; init; }

    public bool Create { get; init; }

    public bool DryRun { get; init; }

    public bool SkipBad { get; init; }

    /// <summary>What the checks hold is right as it stands.</summary>
    public bool Confirm { get; init; }

    public string? Reason { get; init; }
}
