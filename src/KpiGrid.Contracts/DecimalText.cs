using System.Numerics;

namespace KpiGrid;

/// <summary>Reads decimal text exactly, without passing through a binary or a bounded number.</summary>
internal static class DecimalText
{
    /// <summary>Longer text is refused before it costs anything.</summary>
    private const int LengthMax = 60;

    /// <summary>Reads sign, digits, one dot and an exponent as digits x 10^-scale.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out BigInteger digits, out int scale)
    {
        digits = 0;
        scale = 0;
        if (text.Length is 0 or > LengthMax) return false;
        var negative = text[0] == '-';
        if (text[0] is '-' or '+') text = text[1..];
        var exponentAt = text.IndexOfAny('e', 'E');
        var exponent = 0;
        if (exponentAt >= 0)
        {
            if (!TryReadExponent(text[(exponentAt + 1)..], out exponent)) return false;
            text = text[..exponentAt];
        }
        if (!TryReadDigits(text, out digits, out scale)) return false;
        scale -= exponent;
        if (negative) digits = -digits;
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, out BigInteger digits, out int scale)
    {
        digits = 0;
        scale = 0;
        int? dotAt = null;
        var seen = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '.' && dotAt is null) dotAt = i;
            else if (char.IsAsciiDigit(text[i])) { digits = digits * 10 + (text[i] - '0'); seen++; }
            else return false;
        }
        if (dotAt is { } at) scale = text.Length - at - 1;
        return seen > 0;
    }

    private static bool TryReadExponent(ReadOnlySpan<char> text, out int exponent)
    {
        exponent = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '-' or '+') text = text[1..];
        if (text.Length is 0 or > 4) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            exponent = exponent * 10 + (c - '0');
        }
        if (negative) exponent = -exponent;
        return true;
    }
}
