using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>An instant with its offset: without one a text would mean whatever zone the server stands in.</summary>
internal sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The text form, in UTC.</summary>
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        var hasOffset = text.EndsWith('Z') || (text.Length > 16 && text[^6] is '+' or '-' && text[^3] == ':');
        return hasOffset && DateTimeOffset.TryParseExact(
            text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new JsonException("This is not an instant with offset, such as 2026-05-21T00:00:00+02:00");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));
}
