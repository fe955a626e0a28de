namespace KpiGrid.Api.Measurements;

/// <summary>How large and how fine a decimal text of any length is, without computing its value.</summary>
/// <param name="IsZero">Whether all digits are 0.</param>
/// <param name="First">The power of ten of the first digit that is not 0.</param>
/// <param name="Last">The power of ten of the last digit that is not 0.</param>
internal readonly record struct DecimalShape(bool IsZero, long First, long Last)
{
    /// <summary>Beyond it, a larger exponent changes nothing that is asked of it.</summary>
    private const long ExponentMax = 1_000_000_000;

    /// <summary>Reads sign, digits, one dot and an exponent; null when the text is something else.</summary>
    public static DecimalShape? Of(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'-' or (byte)'+', ..]) text = text[1..];
        var exponentAt = text.IndexOfAny((byte)'e', (byte)'E');
        var exponent = 0L;
        if (exponentAt >= 0 && !TryExponent(text[(exponentAt + 1)..], out exponent)) return null;
        var digits = exponentAt >= 0 ? text[..exponentAt] : text;
        var dotAt = digits.IndexOf((byte)'.');
        var whole = dotAt >= 0 ? digits[..dotAt] : digits;
        var rest = dotAt >= 0 ? digits[(dotAt + 1)..] : [];
        if (whole.Length + rest.Length == 0 || !AreDigits(whole) || !AreDigits(rest)) return null;
        var isZero = !IsAnySet(whole) && !IsAnySet(rest);
        return new(isZero, FirstSet(whole, rest) + exponent, LastSet(whole, rest) + exponent);
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, out long exponent)
    {
        exponent = 0;
        var negative = text is [(byte)'-', ..];
        if (text is [(byte)'-' or (byte)'+', ..]) text = text[1..];
        if (text.IsEmpty || !AreDigits(text)) return false;
        foreach (var digit in text) exponent = Math.Min(exponent * 10 + (digit - '0'), ExponentMax);
        if (negative) exponent = -exponent;
        return true;
    }

    private static long FirstSet(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> rest)
    {
        var at = whole.IndexOfAnyExcept((byte)'0');
        return at >= 0 ? whole.Length - 1 - at : -1 - rest.IndexOfAnyExcept((byte)'0');
    }

    private static long LastSet(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> rest)
    {
        var at = rest.LastIndexOfAnyExcept((byte)'0');
        return at >= 0 ? -1 - at : whole.Length - 1 - whole.LastIndexOfAnyExcept((byte)'0');
    }

    private static bool AreDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static bool IsAnySet(ReadOnlySpan<byte> digits) => digits.ContainsAnyExcept((byte)'0');
}
