using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>Amounts from the digits that were sent, never through a binary number.</summary>
internal sealed class AmountJson : JsonConverter<Amount>
{
    private const int LengthMax = 60;

    public override Amount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            throw new JsonException("This is not a number");
        }
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > LengthMax) throw new JsonException($"A number has at most {LengthMax} characters");
        Span<byte> digits = stackalloc byte[LengthMax];
        if (reader.HasValueSequence) reader.ValueSequence.CopyTo(digits);
        else reader.ValueSpan.CopyTo(digits);
        return Parse(digits[..(int)length]);
    }

    public override void Write(Utf8JsonWriter writer, Amount value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString(), skipInputValidation: true);

    private static Amount Parse(ReadOnlySpan<byte> digits)
    {
        // Latin-1 keeps every byte one character, so that text which is no number stays no number.
        Span<char> text = stackalloc char[LengthMax];
        var count = Encoding.Latin1.GetChars(digits, text);
        return Amount.TryParse(text[..count], out var amount)
            ? amount
            : throw new JsonException($"'{text[..count]}' is not a number below 1e24 with at most nine decimals");
    }
}
