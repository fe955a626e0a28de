using System.Text;

namespace KpiGrid;

/// <summary>Texts typed by people: kept in Unicode form NFC, so that equal texts are equal.</summary>
internal static class PlainText
{
    public const int NameMax = 200;
    public const int NoteMax = 2_000;

    /// <summary>Form NFC; a text with half a character is left as it is, for the check to name.</summary>
    public static string Nfc(string text) =>
        HasWholeCharacters(text) && !text.IsNormalized() ? text.Normalize() : text;

    public static string? NfcOrNull(string? text) => text is null ? null : Nfc(text);

    public static IReadOnlyList<string> NfcAll(IReadOnlyList<string> texts) => texts.Select(Nfc).ToArray();

    public static bool HasWholeCharacters(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate is read as the replacement character.
            if (rune == Rune.ReplacementChar && !text.Contains('\uFFFD', StringComparison.Ordinal)) return false;
        }
        return true;
    }

    /// <summary>Control characters, and those that hide text or turn its direction round.</summary>
    public static bool IsHidden(char c) =>
        char.IsControl(c)
        || c is '\u200B' or '\uFEFF' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
