using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of <see cref="SuccessorKind"/>.</summary>
public static class SuccessorKinds
{
    internal static readonly EnumText<SuccessorKind> Texts = new(kind => kind.ToString().ToLowerInvariant());

    /// <summary>The text form: merged, renumbered.</summary>
    public static string Text(this SuccessorKind kind) => Texts.Of(kind);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SuccessorKind kind) =>
        Texts.TryParse(text, out kind);
}
