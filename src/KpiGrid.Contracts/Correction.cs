namespace KpiGrid;

/// <summary>A further statement about a measurement that is already there.</summary>
/// <remarks>
/// <see cref="Revision"/> is the number it creates: the same again with equal content is repeated; other content, or a
/// gap, is 409. Nothing is overwritten; the earlier revisions stay readable.
/// </remarks>
[GenerateSerializer, Immutable, Alias("Correction")]
public sealed record Correction
{
    /// <summary>The KPI.</summary>
    [Id(0)] public required KpiCode Kpi { get; init; }

    /// <summary>The measurement's id.</summary>
    [Id(1)] public required MeasurementId Id { get; init; }

    /// <summary>The revision it creates; 2 for the first correction.</summary>
    [Id(2)] public required int Revision { get; init; }

    /// <summary>What kind of statement it is; never initial.</summary>
    [Id(3)] public required RevisionKind Kind { get; init; }

    /// <summary>Why; required.</summary>
    [Id(4)] public required string Reason { get; init; }

    /// <summary>The new content in full; null for a withdrawal and for a restore.</summary>
    [Id(5)] public Measurement? Content { get; init; }
}

/// <summary>What a revision says about a measurement.</summary>
[GenerateSerializer, Alias("RevisionKind")]
public enum RevisionKind
{
    /// <summary>The first statement.</summary>
    Initial,

    /// <summary>The value was wrong.</summary>
    Correction,

    /// <summary>There is better data.</summary>
    Revision,

    /// <summary>A definition, a boundary or a share changed.</summary>
    Restatement,

    /// <summary>It should not have been sent: it leaves every total, its id stays taken.</summary>
    Withdrawal,

    /// <summary>A withdrawn measurement counts again, with the content it had.</summary>
    Restore,
}
