namespace KpiGrid.Api.Disclosure;

/// <summary>A pilot with confidential figures of a KPI.</summary>
/// <param name="Pilot">The pilot.</param>
/// <param name="Facts">Its facts.</param>
internal sealed record Reporter(PilotId Pilot, PilotFacts Facts)
{
    /// <summary>Who reports: pilots of one lead know each other's figures, as a pilot knows those of all its municipalities, so
    /// neither hides another.</summary>
    public string Name { get; } = Facts.Lead?.Trim().ToUpperInvariant() is { Length: > 0 } lead ? $"lead {lead}" : $"pilot {Pilot}";

    public IReadOnlySet<MunicipalityId> Municipalities { get; } = Facts.Shares.Select(share => share.Municipality).ToHashSet();

    public bool IsInside(IReadOnlyCollection<MunicipalityId> municipalities) => Municipalities.All(municipalities.Contains);
}
