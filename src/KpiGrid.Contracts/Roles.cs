using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of <see cref="Role"/>.</summary>
public static class Roles
{
    internal static readonly EnumText<Role> Texts = new(role => role.ToString().ToLowerInvariant());

    /// <summary>The text form: admin, coordinator, lead, body, analyst, auditor.</summary>
    public static string Text(this Role role) => Texts.Of(role);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Role role) => Texts.TryParse(text, out role);
}
