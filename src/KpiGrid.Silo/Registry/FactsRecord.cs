using System.Text.Json;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Silo.Registry;

/// <summary>The body of a record of type <c>facts</c>: <c>{"facts":{…},"reason":"…"}</c>.</summary>
internal static class FactsRecord
{
    public const string Type = "facts";

    public static byte[] Body(byte[] facts, string? reason)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new() { Encoder = KpiGridJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("facts");
            writer.WriteRawValue(facts);
            if (reason is not null) writer.WriteString("reason", reason);
            writer.WriteEndObject();
        }
        return bytes.ToArray();
    }

    public static RegistryEntry Entry(JournalRecord record)
    {
        using var body = JsonDocument.Parse(record.Body);
        var facts = JsonSerializer.SerializeToUtf8Bytes(body.RootElement.GetProperty("facts"), KpiGridJson.Options);
        var reason = body.RootElement.TryGetProperty("reason", out var text) ? text.GetString() : null;
        return new(facts, record.Sequence, record.RecordedAt, record.Author, reason);
    }
}
