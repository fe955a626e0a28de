namespace KpiGrid;

/// <summary>The alphabets of ids.</summary>
internal static class IdText
{
    public static bool IsSlug(string text, int lengthMax) =>
        Has(text, lengthMax, c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool IsCode(string text, int lengthMax) =>
        Has(text, lengthMax, c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');

    public static bool IsPrintable(string text, int lengthMax) => Has(text, lengthMax, c => c is >= ' ' and <= '~');

    public static bool IsMunicipality(string text) =>
        text.Length >= 4 && text[2] == '-'
        && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1])
        && IsCode(text[3..], 13);

    private static bool Has(string text, int lengthMax, Func<char, bool> allowed) =>
        text.Length > 0 && text.Length <= lengthMax && text.All(allowed);
}
