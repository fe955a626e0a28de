namespace KpiGrid.Host.Import;

/// <summary>How many digits of a number with an exponent say something.</summary>
internal static class SignificantDigits
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOfAny('e', 'E');
        var count = 0;
        foreach (var c in exponent < 0 ? text : text[..exponent])
        {
            if (char.IsAsciiDigit(c) && (count > 0 || c != '0')) count++;
        }
        return count;
    }
}
