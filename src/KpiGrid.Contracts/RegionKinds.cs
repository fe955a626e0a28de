using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of <see cref="RegionKind"/>.</summary>
public static class RegionKinds
{
    internal static readonly EnumText<RegionKind> Texts = new(kind => kind.ToString().ToLowerInvariant());

    /// <summary>The text form: country, province, body, network, track, project.</summary>
    public static string Text(this RegionKind kind) => Texts.Of(kind);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegionKind kind) =>
        Texts.TryParse(text, out kind);
}
