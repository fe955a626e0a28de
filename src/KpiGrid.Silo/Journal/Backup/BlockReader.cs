using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace KpiGrid.Silo.Journal.Backup;

/// <summary>Reads the blocks of a backup; none is unpacked before it is found to be what was written.</summary>
internal sealed class BlockReader(Stream file)
{
    private const int ReadBytes = 64 * 1024;
    private readonly byte[] front = new byte[sizeof(int) + BackupFormat.HashBytes];
    private byte[] digest = SHA256.HashData(BackupFormat.Header);

    /// <summary>The number of the block that was read last.</summary>
    public long Number { get; private set; }

    /// <summary>How many bytes of the file have been read.</summary>
    public long Place { get; private set; }

    /// <summary>Reads the header.</summary>
    /// <exception cref="InvalidDataException">It is no backup, or one of a newer format.</exception>
    public async Task Begin(CancellationToken cancellationToken)
    {
        var header = new byte[BackupFormat.Header.Length];
        var read = await Fill(header, cancellationToken);
        if (header.AsSpan().SequenceEqual(BackupFormat.Header)) return;
        throw new InvalidDataException(read == header.Length && header.AsSpan().StartsWith(BackupFormat.Name)
            ? "is a backup of another format than this kpigrid reads: restore it with the version that wrote it"
            : "is no backup of kpigrid: it does not begin as one");
    }

    /// <summary>The next block's frames; null at the end of the file.</summary>
    /// <exception cref="InvalidDataException">It is not the block that was written here.</exception>
    public async Task<ReadOnlyMemory<byte>?> Next(CancellationToken cancellationToken)
    {
        var began = Place;
        var read = await Fill(front, cancellationToken);
        if (read == 0) return null;
        Number++;
        var length = BinaryPrimitives.ReadInt32BigEndian(front);
        if (read < front.Length || length > file.Length - Place) throw Cut(began);
        if (length is <= 0 or > BackupFormat.BlockBytesMax) throw Damaged(began);
        var packed = new byte[length];
        await Fill(packed, cancellationToken);
        digest = BlockDigest.After(digest, packed);
        return digest.AsSpan().SequenceEqual(front.AsSpan(sizeof(int))) ? Unpacked(packed, began) : throw Damaged(began);
    }

    private async Task<int> Fill(byte[] buffer, CancellationToken cancellationToken)
    {
        var read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        Place += read;
        return read;
    }

    private ReadOnlyMemory<byte> Unpacked(byte[] packed, long began)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var frames = new ArrayBufferWriter<byte>(2 * BackupFormat.BlockBytes);
        while (gzip.Read(frames.GetSpan(ReadBytes)) is > 0 and var read)
        {
            frames.Advance(read);
            if (frames.WrittenCount > BackupFormat.BlockBytesMax) throw Damaged(began);
        }
        return frames.WrittenMemory;
    }

    private InvalidDataException Cut(long began) =>
        new($"is cut off: block {Number}, which begins at byte {began}, goes on after its end at byte {file.Length}");

    private InvalidDataException Damaged(long began) =>
        new($"is damaged: block {Number}, which begins at byte {began}, is not what was written");
}
