using System.Text.Json;

namespace KpiGrid.Api.Measurements;

/// <summary>Text of whole Unicode characters.</summary>
internal static class WholeText
{
    /// <summary>The string being read; null when it holds half a character.</summary>
    public static string? Of(ref Utf8JsonReader json)
    {
        try
        {
            var text = json.GetString();
            // U+FFFE is no character, and normalisation fails on it as on half a surrogate pair.
            return text is null || text.Contains('\uFFFE', StringComparison.Ordinal) ? null : text;
        }
        catch (InvalidOperationException)
        {
            // The reader's way of saying that an escape stands for half a surrogate pair.
            return null;
        }
    }

    /// <summary>Control characters, and those that hide text or turn its direction round.</summary>
    public static bool IsHidden(char c) =>
        char.IsControl(c)
        || c is '\u200B' or '\uFEFF' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
