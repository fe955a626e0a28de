namespace KpiGrid.Host.Import;

/// <summary>How a map says that numbers are written: by culture, or by their marks.</summary>
internal static class DeclaredStyle
{
    public static NumberStyle Of(string field, string? culture, string? decimalMark, string? thousandsMark)
    {
        if (decimalMark is not null)
            return new(One(field, decimalMark), thousandsMark is { } mark ? One(field, mark) : null);
        return NumberStyle.TryOf(culture, out var style) ? style : throw new ImportMapException(culture is null
            ? $"{field}: say how its numbers are written, with culture (da, nl or en) or decimal and thousands"
            : $"{field}: culture '{culture}' is none of da, nl, en; give decimal and thousands");
    }

    private static char One(string field, string mark) => mark.Length == 1 && !char.IsAsciiDigit(mark[0])
        ? mark[0]
        : throw new ImportMapException($"{field}: '{mark}' must be one character that is no digit");
}
