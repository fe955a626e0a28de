using System.Text.Json;

namespace KpiGrid.Api.Registry;

/// <summary>Writes a noun: its facts with id, head, time, author and reason before them.</summary>
internal static class NounJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = KpiGridJson.Options.Encoder };

    public static byte[] Noun(string id, RegistryEntry entry, bool repeated = false) =>
        Bytes(writer => Write(writer, id, entry, repeated));

    public static byte[] Page(RegistryPage page, int hidden = 0) => Bytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var item in page.Items) Write(writer, item.Id, item.Entry, repeated: false);
        writer.WriteEndArray();
        writer.WriteString("next", page.Next);
        if (hidden > 0) writer.WriteNumber("hidden", hidden);
        writer.WriteEndObject();
    });

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options)) write(writer);
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string id, RegistryEntry entry, bool repeated)
    {
        writer.WriteStartObject();
        writer.WriteString("id", id);
        writer.WriteNumber("head", entry.Head);
        writer.WriteString("recordedAt", entry.RecordedAt);
        writer.WriteString("author", entry.Author);
        writer.WriteString("reason", entry.Reason);
        if (repeated) writer.WriteBoolean("repeated", true);
        using (var facts = JsonDocument.Parse(entry.Facts))
        {
            foreach (var member in facts.RootElement.EnumerateObject()) member.WriteTo(writer);
        }
        writer.WriteEndObject();
    }
}
