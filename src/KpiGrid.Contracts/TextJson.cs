using System.Text.Json;
using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>Reads a text form.</summary>
internal delegate bool TextReader<T>(string? text, out T value);

/// <summary>A value that is a string in JSON, as a member or as a key.</summary>
internal sealed class TextJson<T>(TextReader<T> tryParse, string wanted, Func<T, string>? toText = null)
    : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? Parse(reader.GetString())
            : throw new JsonException($"This is not {wanted}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Text(value));

    public override T ReadAsPropertyName(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(Text(value));

    private T Parse(string? text) =>
        tryParse(text, out var value) ? value : throw new JsonException($"'{Short(text)}' is not {wanted}");

    private string Text(T value) => toText?.Invoke(value) ?? value.ToString() ?? "";

    private static string? Short(string? text) => text is { Length: > 80 } ? text[..80] + "…" : text;
}
