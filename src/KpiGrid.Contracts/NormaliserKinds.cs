using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of <see cref="NormaliserKind"/>.</summary>
public static class NormaliserKinds
{
    internal static readonly EnumText<NormaliserKind> Texts = new(kind => kind.ToString().ToLowerInvariant());

    /// <summary>The text form: m2, fte.</summary>
    public static string Text(this NormaliserKind kind) => Texts.Of(kind);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NormaliserKind kind) =>
        Texts.TryParse(text, out kind);
}
