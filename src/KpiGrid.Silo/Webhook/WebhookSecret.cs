using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid.Silo.Webhook;

/// <summary>The key of a webhook's signature, and the signature: that of Standard Webhooks 1.0.0.</summary>
/// <remarks>
/// HMAC-SHA256 over <c>id.timestamp.body</c>, in base64 behind <c>v1,</c>. The id is the same in every attempt, so that a
/// receiver knows a repeat; the timestamp is the attempt's, in seconds since 1970, so that it knows a replay.
/// </remarks>
internal static class WebhookSecret
{
    public const string Prefix = "whsec_";
    private const int BytesMin = 24, BytesMax = 64;

    /// <summary>The key; null where the text is none.</summary>
    public static byte[]? Read(string? text)
    {
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text[Prefix.Length..], key, out var length) && length is >= BytesMin and <= BytesMax
            ? key[..length]
            : null;
    }

    public static string Sign(byte[] key, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")));
        hash.AppendData(body);
        return "v1," + Convert.ToBase64String(hash.GetHashAndReset());
    }
}
