using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of period sizes.</summary>
public static class PeriodSizes
{
    internal static readonly EnumText<PeriodSize> Texts = new(size => size.ToString().ToLowerInvariant());

    /// <summary>The text form: day, week, month, quarter, half, year, range.</summary>
    public static string Text(this PeriodSize size) => Texts.Of(size);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PeriodSize size) =>
        Texts.TryParse(text, out size);
}
