using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid.Silo.Pilots;

/// <summary>
/// Hashes what the sender sent, normalised: 1.0 is 1.00, a missing flag is measured; the unit as sent is content, so
/// 1000 kg is not 1 t.
/// </summary>
internal static class ContentDigest
{
    public static UInt128 Of(Measurement sent)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(sha, sent.Class?.Value);
        Add(sha, sent.Municipality?.Value);
        Add(sha, sent.Period);
        Add(sha, sent.Unit);
        foreach (var amount in (Amount?[])[sent.Value, sent.Numerator, sent.Denominator, sent.Weight, sent.Reading])
            Add(sha, amount?.ToString());
        Add(sha, $"{sent.Reset}{sent.Provisional}{sent.Flag ?? Flag.Measured}");
        foreach (var text in (string?[])[sent.Note, sent.OnBehalfOf, sent.Silence]) Add(sha, text);
        foreach (var list in (IReadOnlyList<string>?[])[sent.Members, sent.Evidence, sent.Tags, sent.Links])
            AddList(sha, list);
        Span<byte> hash = stackalloc byte[32];
        sha.GetHashAndReset(hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private static void AddList(IncrementalHash sha, IReadOnlyList<string>? list)
    {
        Add(sha, list?.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var text in list ?? []) Add(sha, text);
    }

    private static void Add(IncrementalHash sha, string? text)
    {
        Span<byte> length = stackalloc byte[4];
        var utf8 = text is null ? [] : Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : utf8.Length);
        sha.AppendData(length);
        sha.AppendData(utf8);
    }
}
