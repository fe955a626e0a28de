using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid.Host.Import;

/// <summary>The file to import: a CSV, or a zip with one CSV inside, opened as often as it is read.</summary>
internal sealed class ImportSource(string path, string encoding)
{
    /// <summary>A zip may unfold to this much and no more.</summary>
    private const long BytesMax = 4L << 30;

    private readonly Encoding encoding = EncodingOf(encoding);

    public TextReader Open()
    {
        var file = File.OpenRead(path);
        if (!IsZip(file)) return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var entries = new ZipArchive(file).Entries.Where(entry => entry.Length > 0).ToList();
        if (entries is not [var only] || only.Length > BytesMax)
        {
            file.Dispose();
            throw new InvalidDataException($"{path} must hold one CSV of at most 4 GiB: unpack it and name the file");
        }
        return new StreamReader(only.Open(), encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
    }

    /// <summary>The same file with the same mapping is the same import.</summary>
    public string ImportId(ReadOnlySpan<byte> map)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = File.OpenRead(path);
        var buffer = new byte[1 << 16];
        for (int count; (count = file.Read(buffer)) > 0;) hash.AppendData(buffer, 0, count);
        hash.AppendData(map);
        return "import-" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }

    private static bool IsZip(FileStream file)
    {
        Span<byte> start = stackalloc byte[4];
        var zip = file.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual("PK\u0003\u0004"u8);
        file.Position = 0;
        return zip;
    }

    // A byte that the declared encoding does not know must not become a question mark in a name.
    private static Encoding EncodingOf(string name)
    {
        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException failure)
        {
            throw new ImportMapException($"encoding: '{name}' is not known; give utf-8, latin1 or utf-16", failure);
        }
    }
}
