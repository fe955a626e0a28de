using System.Globalization;
using System.Text;

namespace KpiGrid.Host.Import;

/// <summary>Ids of small letters, digits and hyphens from labels.</summary>
internal static class Slug
{
    public static string Of(string label)
    {
        var slug = new StringBuilder(label.Length);
        foreach (var c in label.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (Spelt(c) is { } letters) slug.Append(letters);
            else if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }

    private static string? Spelt(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c.ToString(),
        'æ' => "ae",
        'ø' => "oe",
        'ß' => "ss",
        _ => null,
    };
}
