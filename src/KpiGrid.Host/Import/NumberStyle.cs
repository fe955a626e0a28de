using System.Buffers;

namespace KpiGrid.Host.Import;

/// <summary>How numbers are written in a column, as declared; one written otherwise is refused, never bent.</summary>
internal sealed class NumberStyle
{
    private const int LengthMax = 60;
    private readonly char decimalMark;
    private readonly char? thousandsMark;

    private NumberStyle(char decimalMark, char? thousandsMark)
    {
        this.decimalMark = decimalMark;
        this.thousandsMark = thousandsMark;
    }

    public string Example => $"1{thousandsMark}234{decimalMark}5";

    public static NumberStyle Of(string field, string? culture, string? decimalMark, string? thousandsMark)
    {
        if (decimalMark is not null) return new(One(field, decimalMark), thousandsMark is { } t ? One(field, t) : null);
        return culture switch
        {
            "en" => new('.', ','),
            "da" or "nl" => new(',', '.'),
            null => throw new ImportMapException(
                $"{field}: say how its numbers are written, with culture (da, nl or en) or decimal and thousands"),
            _ => throw new ImportMapException(
                $"{field}: culture '{culture}' is none of da, nl, en; give decimal and thousands"),
        };
    }

    /// <summary>Reads a number exactly; an exponent is allowed, and told apart because it has lost digits.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out Amount amount, out bool hasExponent)
    {
        amount = default;
        hasExponent = text.IndexOfAny('e', 'E') >= 0;
        if (text.Length is 0 or > LengthMax) return false;
        Span<char> plain = stackalloc char[LengthMax];
        return TryPlain(text, plain, out var length) && Amount.TryParse(plain[..length], out amount);
    }

    private bool TryPlain(ReadOnlySpan<char> text, Span<char> plain, out int length)
    {
        length = 0;
        var whole = text.IndexOfAny(decimalMark, 'e', 'E') is var end and >= 0 ? text[..end] : text;
        if (!TryWhole(whole, plain, ref length)) return false;
        foreach (var c in text[whole.Length..])
        {
            if (c != decimalMark && !char.IsAsciiDigit(c) && c is not ('e' or 'E' or '+' or '-')) return false;
            plain[length++] = c == decimalMark ? '.' : c;
        }
        return true;
    }

    // Marks must part groups of three: 1.23 in a Danish column is a slip, not 123.
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

    private static char One(string field, string mark) => mark.Length == 1 && !char.IsAsciiDigit(mark[0])
        ? mark[0]
        : throw new ImportMapException($"{field}: '{mark}' must be one character that is no digit");
}
