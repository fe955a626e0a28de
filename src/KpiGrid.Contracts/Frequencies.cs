using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of <see cref="Frequency"/>.</summary>
public static class Frequencies
{
    internal static readonly EnumText<Frequency> Texts = new(frequency => frequency.ToString().ToLowerInvariant());

    /// <summary>The text form: day, week, month, quarter, half, year, event.</summary>
    public static string Text(this Frequency frequency) => Texts.Of(frequency);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Frequency frequency) =>
        Texts.TryParse(text, out frequency);
}
