namespace KpiGrid.Silo.Pilots;

/// <summary>A measurement as the writer remembers it: its first statement, what counts now, and each revision's digest.</summary>
internal sealed class MeasurementState(Content initial, long sequence)
{
    private List<Statement>? later;

    /// <summary>The content of revision 1; a repeated push is compared with it.</summary>
    public Content Initial { get; } = initial;

    /// <summary>The sequence of the record of revision 1.</summary>
    public long Sequence => sequence;

    /// <summary>The content of the newest statement that had any.</summary>
    public Content Now { get; private set; } = initial;

    /// <summary>False while it is withdrawn.</summary>
    public bool Counts { get; private set; } = true;

    public int Revision => 1 + (later?.Count ?? 0);

    public IReadOnlyList<Statement> Later => later ?? [];

    /// <summary>What a revision from 2 on said.</summary>
    public Statement At(int revision) => later![revision - 2];

    public void Revise(RevisionKind kind, Content? content, UInt128 digest, UInt128 asSent, long recordSequence)
    {
        if (content is not null) Now = content;
        Counts = kind != RevisionKind.Withdrawal;
        (later ??= []).Add(new(kind, Now, digest, asSent, recordSequence));
    }
}

/// <summary>A revision as the writer remembers it, to tell a repeat from a conflict.</summary>
[GenerateSerializer, Immutable, Alias("Statement")]
internal sealed record Statement(
    [property: Id(0)] RevisionKind Kind,
    [property: Id(1)] Content Content,
    [property: Id(2)] UInt128 Digest,
    [property: Id(4)] UInt128 AsSent,
    [property: Id(3)] long Sequence);
