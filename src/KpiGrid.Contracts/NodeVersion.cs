using System.Globalization;

namespace KpiGrid;

/// <summary>How far a municipality or region has come: how many records it has seen, and which.</summary>
/// <remarks>
/// Count = its children's counts + the head of its own journal stream; it never falls, since every child it ever had
/// stays counted. Digest = the sum, modulo 2^64, of the first eight bytes of those heads' hashes, so two histories of
/// the same length differ. Versions begin with the store's epoch, which a restore raises: order is by epoch, then by
/// count. Equal count with another digest is another history, never "the same".
/// </remarks>
/// <param name="Epoch">The store's epoch.</param>
/// <param name="Count">Records seen.</param>
/// <param name="Digest">Which records.</param>
[GenerateSerializer, Immutable, Alias("NodeVersion")]
public readonly record struct NodeVersion(
    [property: Id(0)] long Epoch, [property: Id(1)] long Count, [property: Id(2)] ulong Digest)
{
    /// <summary>A version that has seen nothing.</summary>
    public static NodeVersion None => default;

    /// <summary>Adds the head of one more journal stream.</summary>
    public NodeVersion With(NodeVersion child) => new(
        Math.Max(Epoch, child.Epoch), checked(Count + child.Count), unchecked(Digest + child.Digest));

    /// <summary>Takes a child away again, to put its newer version in its place.</summary>
    public NodeVersion Without(NodeVersion child) => new(
        Epoch, checked(Count - child.Count), unchecked(Digest - child.Digest));

    /// <summary>Whether this is newer than another: by epoch, then by count.</summary>
    public bool IsAfter(NodeVersion other) =>
        Epoch != other.Epoch ? Epoch > other.Epoch : Count > other.Count;

    /// <summary>Reads the text of a version; false when the text is none.</summary>
    public static bool TryParse(string? text, out NodeVersion version)
    {
        version = default;
        var parts = (text ?? "").Split('-');
        if (parts.Length != 3 || !TryNumber(parts[0], out var epoch) || !TryNumber(parts[1], out var count)) return false;
        if (!ulong.TryParse(parts[2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var digest))
            return false;
        version = new(epoch, count, digest);
        return true;
    }

    /// <summary><c>epoch-count-digest</c>, such as <c>1-4711-9f3c0a7718e2d4b6</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Count}-{Digest:x16}");

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
