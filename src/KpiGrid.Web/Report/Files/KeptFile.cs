using System.IO.Compression;

namespace KpiGrid.Web.Report.Files;

/// <summary>A file that was looked at and is not recorded yet: the page keeps it, no server does.</summary>
internal static class KeptFile
{
    public static string Pack(byte[] file)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest)) zip.Write(file);
        return Convert.ToBase64String(packed.ToArray());
    }

    /// <summary>The file; null when it is none of ours, or unfolds to more than is allowed.</summary>
    public static byte[]? Unpack(string text, int bytesMax)
    {
        var packed = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, packed, out var length)) return null;
        using var zip = new GZipStream(new MemoryStream(packed, 0, length), CompressionMode.Decompress);
        using var file = new MemoryStream();
        var buffer = new byte[64 * 1_024];
        try
        {
            for (int read; (read = zip.Read(buffer)) > 0;)
            {
                if (file.Length + read > bytesMax) return null;
                file.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // Somebody changed it on its way.
            return null;
        }
        return file.ToArray();
    }
}
