using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KpiGrid.Silo.Pilots;

/// <summary>
/// Hashes what the sender sent, normalised: 1.0 is 1.00, 2026-Q1 is 2026-01-01/2026-04-01, a missing flag is measured;
/// the unit as sent is content, so 1000 kg is not 1 t.
/// </summary>
internal static class ContentDigest
{
    public static UInt128 Of(Measurement sent, DayRange days)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(sha, sent.Class?.Value);
        Add(sha, sent.Municipality?.Value);
        Add(sha, days.ToString());
        Add(sha, sent.Unit);
        foreach (var amount in (Amount?[])[sent.Value, sent.Numerator, sent.Denominator, sent.Weight, sent.Reading])
            Add(sha, amount?.ToString());
        Add(sha, $"{sent.Reset}{sent.Provisional}{sent.Flag ?? Flag.Measured}");
        foreach (var text in (string?[])[sent.Note, sent.OnBehalfOf, sent.Silence]) Add(sha, text);
        foreach (var list in (IReadOnlyList<string>?[])[sent.Members, sent.Evidence, sent.Tags, sent.Links])
            AddList(sha, list);
        return Cut(sha);
    }

    /// <summary>Of a further statement: its kind and reason, and the content it brings.</summary>
    public static UInt128 Of(RevisionKind kind, string reason, UInt128? content)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(sha, kind.ToString());
        Add(sha, reason);
        Add(sha, content?.ToString(CultureInfo.InvariantCulture));
        return Cut(sha);
    }

    private static UInt128 Cut(IncrementalHash sha)
    {
        Span<byte> hash = stackalloc byte[32];
        sha.GetHashAndReset(hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private static void AddList(IncrementalHash sha, IReadOnlyList<string>? list)
    {
        Add(sha, list?.Count.ToString(CultureInfo.InvariantCulture));
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
