using System.Text.Json;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Audit;

/// <summary>
/// The body of a record of type <c>anchor</c>:
/// <c>{"epoch":1,"mark":7,"part":1,"parts":1,"heads":[["pilot/p1",12,"hash in base64"],…]}</c>, the heads that moved since
/// the anchor before. What each stream came to last stands in the newest anchor that names it, and since anchors are a
/// chain themselves, the hash of the newest one is a digest of all of them.
/// </summary>
/// <param name="Epoch">The store's epoch.</param>
/// <param name="Mark">The mark that the next anchor asks from; only the last part moves it on.</param>
/// <param name="Part">Which part of its anchor this is, from 1.</param>
/// <param name="Parts">How many parts the anchor has.</param>
/// <param name="Heads">The heads; their times are not kept.</param>
internal sealed record HeadAnchor(long Epoch, long Mark, int Part, int Parts, IReadOnlyList<JournalHead> Heads)
{
    public const string Type = "anchor";
    public const int BodyBytesMax = 512 * 1024;

    /// <summary>More than a head takes beside its name: hash, sequence, marks; and more than all else in a body.</summary>
    private const int BytesBesideName = 80;

    public bool IsLast => Part == Parts;

    /// <summary>An anchor of heads, in parts of which each fits a record.</summary>
    public static IReadOnlyList<HeadAnchor> Of(IReadOnlyList<JournalHead> heads, long epoch, long before, long mark)
    {
        var parts = new List<List<JournalHead>> { new() };
        var bytes = BytesBesideName;
        foreach (var head in heads)
        {
            var more = JsonEncodedText.Encode(head.Stream).EncodedUtf8Bytes.Length + BytesBesideName;
            if (bytes + more > BodyBytesMax)
            {
                parts.Add([]);
                bytes = BytesBesideName;
            }
            bytes += more;
            parts[^1].Add(head);
        }
        return [.. parts.Select((part, i) =>
            new HeadAnchor(epoch, i + 1 == parts.Count ? mark : before, i + 1, parts.Count, part))];
    }

    public byte[] Body()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            writer.WriteNumber("epoch", Epoch);
            writer.WriteNumber("mark", Mark);
            writer.WriteNumber("part", Part);
            writer.WriteNumber("parts", Parts);
            writer.WriteStartArray("heads");
            foreach (var head in Heads) Write(writer, head);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <exception cref="JsonException">The body is none of an anchor.</exception>
    public static HeadAnchor Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return new(root.GetProperty("epoch").GetInt64(), root.GetProperty("mark").GetInt64(),
                root.GetProperty("part").GetInt32(), root.GetProperty("parts").GetInt32(),
                [.. root.GetProperty("heads").EnumerateArray().Select(Head)]);
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException
            or FormatException or IndexOutOfRangeException)
        {
            throw new JsonException("The body is none of an anchor", failure);
        }
    }

    private static void Write(Utf8JsonWriter writer, JournalHead head)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(head.Stream);
        writer.WriteNumberValue(head.Sequence);
        writer.WriteBase64StringValue(head.Hash);
        writer.WriteEndArray();
    }

    private static JournalHead Head(JsonElement head) => new(
        head[0].GetString() ?? throw new FormatException("A head has a stream"), head[1].GetInt64(),
        head[2].GetBytesFromBase64(), DateTimeOffset.UnixEpoch);
}
