using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Explain;

/// <summary>Where the next page of an explanation begins, and as of what; opaque to clients.</summary>
/// <remarks>
/// It must fit an address with 500 pilots in it, so pilots are named by the first five bytes of a hash, and those
/// already told have left it.
/// </remarks>
internal sealed record ExplainCursor
{
    private const int TextMax = 24_000;
    private const byte Layout = 2;
    private const int MarkBytes = 5;

    /// <summary>What the question was; a cursor serves no other.</summary>
    public required long Question { get; init; }

    /// <summary>The members of a region are those of this instant.</summary>
    public DateTimeOffset? MembersAt { get; init; }

    /// <summary>The total, fixed with the first page.</summary>
    public required PeriodAnswer Total { get; init; }

    /// <summary>What is hidden, fixed with it.</summary>
    public HiddenAnswer? Hidden { get; init; }

    /// <summary>How many lines of the first pilot have been told.</summary>
    public required int Told { get; init; }

    /// <summary>The pilots with lines still to tell, in order, each by its mark and as of a head.</summary>
    public required IReadOnlyList<(long Mark, long Head)> Pilots { get; init; }

    public static long MarkOf(PilotId pilot) => Hash(pilot.Value, MarkBytes);

    /// <summary>What a cursor must agree with.</summary>
    public static long QuestionOf(
        string node, KpiCode kpi, DayRange days, ClassId? @class, DateTimeOffset? asOf = null) =>
        Hash($"{node} {kpi} {days} {@class} {asOf?.UtcTicks}", 8);

    public string Text()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
        {
            writer.Write(Layout);
            writer.Write(Question);
            writer.Write(MembersAt?.UtcTicks ?? 0);
            writer.Write(JsonSerializer.Serialize(Total, KpiGridJson.Options));
            writer.Write(JsonSerializer.Serialize(Hidden, KpiGridJson.Options));
            writer.Write7BitEncodedInt(Told);
            writer.Write7BitEncodedInt(Pilots.Count);
            foreach (var (mark, head) in Pilots)
            {
                writer.Write(BitConverter.GetBytes(mark).AsSpan(0, MarkBytes));
                writer.Write7BitEncodedInt64(head);
            }
        }
        return Base64Url.EncodeToString(stream.ToArray());
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out ExplainCursor? cursor)
    {
        cursor = null;
        if (text.Length > TextMax || !Base64Url.IsValid(text)) return false;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(Base64Url.DecodeFromChars(text)));
            cursor = Read(reader);
        }
        catch (Exception exception) when (
            exception is IOException or FormatException or JsonException or ArgumentException or OverflowException)
        {
            return false;
        }
        return cursor is not null;
    }

    private static ExplainCursor? Read(BinaryReader reader)
    {
        if (reader.ReadByte() != Layout) return null;
        var question = reader.ReadInt64();
        var ticks = reader.ReadInt64();
        var total = JsonSerializer.Deserialize<PeriodAnswer>(reader.ReadString(), KpiGridJson.Options);
        var hidden = JsonSerializer.Deserialize<HiddenAnswer>(reader.ReadString(), KpiGridJson.Options);
        var (told, count) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        if (total is null || told < 0 || count is < 1 or > TextMax) return null;
        var pilots = new List<(long, long)>();
        for (; count > 0; count--) pilots.Add((ReadMark(reader), reader.Read7BitEncodedInt64()));
        return new()
        {
            Question = question,
            MembersAt = ticks == 0 ? null : new(ticks, TimeSpan.Zero),
            Total = total,
            Hidden = hidden,
            Told = told,
            Pilots = pilots,
        };
    }

    private static long ReadMark(BinaryReader reader)
    {
        Span<byte> mark = stackalloc byte[8];
        mark.Clear();
        reader.BaseStream.ReadExactly(mark[..MarkBytes]);
        return BitConverter.ToInt64(mark);
    }

    private static long Hash(string text, int bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        hash[bytes..].Clear();
        return BitConverter.ToInt64(hash);
    }
}
