using System.Text;
using System.Text.Json;

namespace KpiGrid.Api.Measurements;

/// <summary>Reads an amount from the digits that were sent, and says what is wrong with those that are none.</summary>
internal static class AmountReader
{
    /// <summary>Longer than any amount with a sign, a dot and an exponent needs.</summary>
    private const int CharactersMax = 60;

    private static readonly Amount Limit = Amount.Of(1_000_000_000_000_000);

    /// <summary>Reads a number or a decimal string.</summary>
    public static Amount? Read(ref Utf8JsonReader json, string field, Refusals refusals)
    {
        if (json.TokenType is not (JsonTokenType.Number or JsonTokenType.String))
        {
            refusals.WrongType(ref json, field, "a number, or a decimal number as a string");
            return null;
        }
        var bytes = json.ValueSpan;
        Span<char> text = stackalloc char[CharactersMax];
        if (bytes.Length <= CharactersMax)
        {
            // Latin-1 keeps every byte one character, so that what is no digit stays none.
            text = text[..Encoding.Latin1.GetChars(bytes, text)];
            if (Amount.TryParse(text, out var amount) && amount < Limit && amount > -Limit) return amount;
        }
        var shape = DecimalShape.Of(bytes);
        if (shape is { IsZero: true }) return Amount.Zero;
        var (code, remedy) = Fault(shape);
        refusals.Add(field, Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 200)]), code, remedy);
        return null;
    }

    private static (string Code, string Remedy) Fault(DecimalShape? shape)
    {
        if (shape is not { } known)
            return ("not-a-number", "Write a plain decimal number with a dot and no separators, such as 1234.5.");
        if (known.First >= 15)
            return ("value-out-of-range", "Send a value between -1e15 and 1e15; see that the unit is right.");
        if (known.Last < -Amount.DecimalsMax)
            return ("too-many-decimals", $"Round it to {Amount.DecimalsMax} decimals.");
        return ("number-too-long", $"Write it with at most {CharactersMax} characters.");
    }
}
