using System.Buffers.Binary;
using System.Security.Cryptography;
using KpiGrid.Silo.Registry;

namespace KpiGrid.Silo.Pilots;

/// <summary>The changes of a pilot's facts, as far as is needed to know an attempt that is repeated.</summary>
internal sealed class FactsTrail
{
    private readonly List<FactsChange> changes = [];

    public IReadOnlyList<FactsChange> Changes => changes;

    public void Add(RegistryEntry entry) => Add(new FactsChange(
        changes.Count == 0 ? 0 : changes[^1].Head, entry.Head, entry.RecordedAt, entry.Author, entry.Reason,
        Digest(entry.Facts)));

    public void Add(FactsChange change) => changes.Add(change);

    /// <summary>What an earlier attempt at the same change on the same head recorded; null when there was none.</summary>
    public RegistryEntry? Attempt(RegistryChange change, byte[] facts)
    {
        var index = changes.FindIndex(known => known.Before == change.IfMatch);
        if (index < 0 || changes[index] is not { } earlier) return null;
        return earlier.Author == change.Author && earlier.Reason == change.Reason && earlier.Digest == Digest(facts)
            ? new(facts, earlier.Head, earlier.RecordedAt, earlier.Author, earlier.Reason)
            : null;
    }

    private static UInt128 Digest(byte[] facts) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(facts));
}

/// <summary>One change: the head it was made on, the head it made, and a hash of the facts.</summary>
[GenerateSerializer, Immutable, Alias("FactsChange")]
internal sealed record FactsChange(
    [property: Id(0)] long Before,
    [property: Id(1)] long Head,
    [property: Id(2)] DateTimeOffset RecordedAt,
    [property: Id(3)] string Author,
    [property: Id(4)] string? Reason,
    [property: Id(5)] UInt128 Digest);
