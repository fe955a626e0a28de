using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of <see cref="KeyUse"/>.</summary>
public static class KeyUses
{
    internal static readonly EnumText<KeyUse> Texts = new(use => use.ToString().ToLowerInvariant());

    /// <summary>The text form: machine, link, session.</summary>
    public static string Text(this KeyUse use) => Texts.Of(use);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out KeyUse use) => Texts.TryParse(text, out use);
}
