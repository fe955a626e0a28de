using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace KpiGrid.Silo.Journal.Backup;

/// <summary>Writes frames as blocks, each sealed to the one before.</summary>
internal sealed class BlockWriter(Stream file)
{
    private readonly ArrayBufferWriter<byte> frames = new(2 * BackupFormat.BlockBytes);
    private byte[] digest = SHA256.HashData(BackupFormat.Header);

    /// <summary>Whether the block is long enough to be written.</summary>
    public bool IsFull => frames.WrittenCount >= BackupFormat.BlockBytes;

    public async Task Begin(CancellationToken cancellationToken) =>
        await file.WriteAsync(BackupFormat.Header.ToArray(), cancellationToken);

    public void Add(ReadOnlySpan<byte> frame) => frames.Write(frame);

    /// <summary>Writes what was added as one block.</summary>
    public async Task Flush(CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(frames.WrittenSpan);
        frames.ResetWrittenCount();
        var block = packed.GetBuffer().AsMemory(0, (int)packed.Length);
        await file.WriteAsync(Front(block.Span), cancellationToken);
        await file.WriteAsync(block, cancellationToken);
    }

    private byte[] Front(ReadOnlySpan<byte> block)
    {
        var front = new byte[sizeof(int) + BackupFormat.HashBytes];
        digest = BlockDigest.After(digest, block);
        BinaryPrimitives.WriteInt32BigEndian(front, block.Length);
        digest.CopyTo(front.AsSpan(sizeof(int)));
        return front;
    }
}

/// <summary>What seals a block to the one before.</summary>
internal static class BlockDigest
{
    public static byte[] After(ReadOnlySpan<byte> before, ReadOnlySpan<byte> packed)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(before);
        sha.AppendData(packed);
        return sha.GetHashAndReset();
    }
}
