using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid.Silo.Pilots;

/// <summary>Hashes the ids of distinct counts with the installation's key, so that none is ever stored.</summary>
internal static class MemberHash
{
    /// <summary>Ids are equal after trimming, NFC and upper case: registration numbers are typed in many ways.</summary>
    public static UInt128 Of(string member, ReadOnlySpan<byte> key)
    {
        var normal = member.Trim().Normalize(NormalizationForm.FormC).ToUpperInvariant();
        return Cut(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(normal)));
    }

    /// <summary>Stands for an input that gave a number only, so that a union meets it once.</summary>
    public static UInt128 OfInput(PilotId pilot, KpiCode kpi, MeasurementId id) =>
        Cut(SHA256.HashData(Encoding.UTF8.GetBytes($"{pilot}/{kpi}/{id}")));

    public static string Text(UInt128 hash) => hash.ToString("x32", CultureInfo.InvariantCulture);

    public static UInt128 Parse(string text) =>
        UInt128.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static UInt128 Cut(byte[] hash)
    {
        var member = BinaryPrimitives.ReadUInt128BigEndian(hash);
        return member == 0 ? 1 : member;
    }
}
