namespace KpiGrid.Silo.Pilots;

/// <summary>One statement about a measurement, as a record of a pilot holds it.</summary>
internal sealed record PilotEntry
{
    public required KpiCode Kpi { get; init; }
    public required MeasurementId Id { get; init; }
    public required int Revision { get; init; }
    public required RevisionKind Kind { get; init; }
    public string? Reason { get; init; }

    /// <summary>As sent, completed; null for a withdrawal and a restore.</summary>
    public Measurement? Sent { get; init; }

    /// <summary>In the form it was sent in.</summary>
    public Measurement? Form { get; init; }

    /// <summary>What it comes to; null for a withdrawal and a restore.</summary>
    public Content? Content { get; init; }

    /// <summary>Tells a repeat of this statement from another one.</summary>
    public UInt128 Digest => Kind == RevisionKind.Initial
        ? Content!.Digest
        : ContentDigest.Of(Kind, Reason ?? "", Content?.Digest);

    /// <summary>The same of what was sent, whatever definition and shares made of it.</summary>
    public UInt128 AsSent => Kind == RevisionKind.Initial
        ? Content!.AsSent
        : ContentDigest.Of(Kind, Reason ?? "", Content?.AsSent);

    public static PilotEntry First(CheckedMeasurement accepted) => new()
    {
        Kpi = accepted.Sent.Kpi,
        Id = accepted.Sent.Id,
        Revision = 1,
        Kind = RevisionKind.Initial,
        Sent = accepted.Sent,
        Form = accepted.Form,
        Content = accepted.Content,
    };

    public static PilotEntry Later(Correction correction, CheckedMeasurement? accepted) => new()
    {
        Kpi = correction.Kpi,
        Id = correction.Id,
        Revision = correction.Revision,
        Kind = correction.Kind,
        Reason = correction.Reason,
        Sent = accepted?.Sent,
        Form = accepted?.Form,
        Content = accepted?.Content,
    };
}
