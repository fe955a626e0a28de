namespace KpiGrid.Silo.Journal.Backup;

/// <summary>The file of a backup, the same for every store.</summary>
/// <remarks>
/// <para>Version 1. A file is the header, then blocks up to its last byte. Numbers are big endian.</para>
/// <code>
/// header  "kpigrid-backup 1\n"
/// block   length of the packed bytes (4), SHA-256 (32) of the digest before and the packed bytes, the packed bytes
/// </code>
/// <para>The digest before the first block is the SHA-256 of the header. So the last digest is one over everything, and a
/// block that was changed, moved, left out or put in is named before a byte of it is used. The packed bytes of a block are
/// one gzip file of whole frames; a block ends with the frame that makes it <see cref="BlockBytes"/> long.</para>
/// <code>
/// frame   kind (1), then its fields: numbers have 8 bytes; texts (UTF-8) and bytes a length of 4 in front; lists a count of 4
/// K       once, first: epoch, member key
/// S       a stream: name, sequence, hash and time of its head, municipalities (a list of texts), 1 and name and e-mail
///         address of its person or 0; the address is 1 and a text, or 0
/// R       a record of the stream: sequence, time, author, type, body, hash; all of a stream follow it in order
/// E       once, last: number of streams, number of records, content digest
/// </code>
/// <para>Times are microseconds since 1970. Streams and municipalities stand in the order of their bytes. The content digest
/// is the SHA-256 of the member key and of every S and R frame: two stores with one content have one digest, whatever their
/// kind and their epoch.</para>
/// </remarks>
internal static class BackupFormat
{
    public const int HashBytes = 32;

    /// <summary>A block takes no more frames once it is so long, unpacked.</summary>
    public const int BlockBytes = 1024 * 1024;

    /// <summary>What a block may come to, packed or not: far more than the longest record.</summary>
    public const int BlockBytesMax = 256 * 1024 * 1024;

    /// <summary>How the header of every version begins.</summary>
    public static ReadOnlySpan<byte> Name => "kpigrid-backup "u8;

    public static ReadOnlySpan<byte> Header => "kpigrid-backup 1\n"u8;
}

/// <summary>The kinds of frames, as they stand in the file.</summary>
internal enum FrameKind : byte
{
    Store = (byte)'K',
    Stream = (byte)'S',
    Record = (byte)'R',
    End = (byte)'E',
}
