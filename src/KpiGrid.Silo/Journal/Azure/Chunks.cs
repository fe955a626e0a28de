using Azure.Data.Tables;

namespace KpiGrid.Silo.Journal.Azure;

/// <summary>Bytes in a row: a property holds at most 64 KiB, so they are cut and numbered.</summary>
internal static class Chunks
{
    private const int ChunkBytes = 60 * 1024;

    public static void Put(TableEntity row, string name, ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i == 0 || i * ChunkBytes < bytes.Length; i++)
            row[$"{name}{i}"] = bytes[(i * ChunkBytes)..Math.Min((i + 1) * ChunkBytes, bytes.Length)].ToArray();
    }

    public static byte[] Get(TableEntity row, string name)
    {
        var bytes = new List<byte[]>();
        while (row.GetBinary($"{name}{bytes.Count}") is { } chunk) bytes.Add(chunk);
        return bytes.Count == 1 ? bytes[0] : [.. bytes.SelectMany(chunk => chunk)];
    }
}
