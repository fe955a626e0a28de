using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid.Api.Exchange;

/// <summary>
/// Stable ids from the key cells of a row: the same file again gives the same ids, and equal keys are numbered in the
/// order of the file.
/// </summary>
internal sealed class RowIds
{
    /// <summary>The most characters before the hash.</summary>
    public const int PrefixMax = 20;

    private readonly string prefix;
    private readonly Dictionary<UInt128, int> ordinals = [];
    private readonly byte[] digest = new byte[SHA256.HashSizeInBytes];
    private byte[] buffer = new byte[512];
    private int length;

    public RowIds(string prefix)
    {
        if (!IsPrefix(prefix)) throw new ArgumentException($"'{prefix}' is no beginning of an id", nameof(prefix));
        this.prefix = prefix;
    }

    /// <summary>Whether ids can begin with it: printable ASCII characters.</summary>
    public static bool IsPrefix(string prefix) => prefix.Length <= PrefixMax && MeasurementId.TryParse(prefix, out _);

    public void Add(ReadOnlySpan<char> cell)
    {
        var need = length + sizeof(int) + Encoding.UTF8.GetMaxByteCount(cell.Length);
        if (need > buffer.Length) Array.Resize(ref buffer, need * 2);
        var count = Encoding.UTF8.GetBytes(cell, buffer.AsSpan(length + sizeof(int)));
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(length), count);
        length += sizeof(int) + count;
    }

    public string Next()
    {
        SHA256.HashData(buffer.AsSpan(0, length), digest);
        length = 0;
        var key = BinaryPrimitives.ReadUInt128BigEndian(digest);
        ref var ordinal = ref CollectionsMarshal.GetValueRefOrAddDefault(
            ordinals, key, out _);
        ordinal++;
        return $"{prefix}-{Convert.ToHexStringLower(digest.AsSpan(0, 16))}-{ordinal}";
    }
}
