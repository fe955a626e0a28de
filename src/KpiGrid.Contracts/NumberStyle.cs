using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>How numbers are written in a text, as declared; one written otherwise is refused, never bent.</summary>
/// <remarks>
/// Thousands marks must part groups of three: 1.23 in a Danish column is a slip, not 123. Nothing is guessed from the
/// numbers themselves.
/// </remarks>
public sealed class NumberStyle
{
    /// <summary>No number that means anything here is longer.</summary>
    public const int LengthMax = 60;

    private readonly char? decimalMark;
    private readonly char? thousandsMark;

    /// <summary>A style by its marks; null means that there is none, neither being a digit.</summary>
    public NumberStyle(char? decimalMark, char? thousandsMark)
    {
        this.decimalMark = decimalMark;
        this.thousandsMark = thousandsMark;
    }

    /// <summary>1234.5: as in JSON, without thousands marks.</summary>
    public static NumberStyle Plain { get; } = new('.', null);

    /// <summary>Digits alone: where neither dot nor comma says which it is.</summary>
    public static NumberStyle Whole { get; } = new(null, null);

    /// <summary>1,234.5 in English.</summary>
    public static NumberStyle English { get; } = new('.', ',');

    /// <summary>1.234,5 in Danish and Dutch.</summary>
    public static NumberStyle Continental { get; } = new(',', '.');

    /// <summary>A number as it is written here.</summary>
    public string Example => decimalMark is null ? "1234" : $"1{thousandsMark}234{decimalMark}5";

    /// <summary>The style of a culture: da, nl or en; false for any other.</summary>
    public static bool TryOf(string? culture, [NotNullWhen(true)] out NumberStyle? style)
    {
        style = culture switch
        {
            "en" => English,
            "da" or "nl" => Continental,
            _ => null,
        };
        return style is not null;
    }

    /// <summary>Reads a number exactly; an exponent is allowed, and told apart because it has lost digits.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out Amount amount, out bool hasExponent)
    {
        amount = default;
        hasExponent = text.IndexOfAny('e', 'E') >= 0;
        Span<char> plain = stackalloc char[LengthMax];
        return TryPlain(text, plain, out var length) && Amount.TryParse(plain[..length], out amount);
    }

    /// <summary>Rewrites a number with a dot and no thousands marks; what it then says is not looked at.</summary>
    /// <param name="text">The text; false when it is empty or longer than <see cref="LengthMax"/>.</param>
    /// <param name="plain">At least <see cref="LengthMax"/> characters.</param>
    /// <param name="length">How many were written.</param>
    public bool TryPlain(ReadOnlySpan<char> text, Span<char> plain, out int length)
    {
        length = 0;
        if (text.Length is 0 or > LengthMax) return false;
        var end = text.IndexOfAny('e', 'E');
        if (decimalMark is { } mark && text.IndexOf(mark) is var at and >= 0 && (end < 0 || at < end)) end = at;
        var whole = end < 0 ? text : text[..end];
        if (!TryWhole(whole, plain, ref length)) return false;
        foreach (var c in text[whole.Length..])
        {
            if (c != decimalMark && !char.IsAsciiDigit(c) && c is not ('e' or 'E' or '+' or '-')) return false;
            plain[length++] = c == decimalMark ? '.' : c;
        }
        return true;
    }

    private bool TryWhole(ReadOnlySpan<char> whole, Span<char> plain, ref int length)
    {
        var sinceMark = -1;
        for (var i = 0; i < whole.Length; i++)
        {
            var c = whole[i];
            if (c == thousandsMark)
            {
                var digits = sinceMark < 0 ? length - (length > 0 && !char.IsAsciiDigit(plain[0]) ? 1 : 0) : sinceMark;
                if (sinceMark < 0 ? digits is 0 or > 3 : digits != 3) return false;
                sinceMark = 0;
                continue;
            }
            if (!char.IsAsciiDigit(c) && !(i == 0 && c is '-' or '+')) return false;
            plain[length++] = c;
            if (sinceMark >= 0) sinceMark++;
        }
        return sinceMark is -1 or 3;
    }
}
