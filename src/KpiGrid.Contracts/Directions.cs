using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of <see cref="Direction"/>.</summary>
public static class Directions
{
    internal static readonly EnumText<Direction> Texts = new(direction => direction.ToString().ToLowerInvariant());

    /// <summary>The text form: none, up, down.</summary>
    public static string Text(this Direction direction) => Texts.Of(direction);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Direction direction) =>
        Texts.TryParse(text, out direction);
}
