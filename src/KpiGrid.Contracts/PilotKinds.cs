using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of <see cref="PilotKind"/>.</summary>
public static class PilotKinds
{
    internal static readonly EnumText<PilotKind> Texts = new(kind => kind.ToString().ToLowerInvariant());

    /// <summary>The text form: single, joint, municipal, body.</summary>
    public static string Text(this PilotKind kind) => Texts.Of(kind);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PilotKind kind) =>
        Texts.TryParse(text, out kind);
}
