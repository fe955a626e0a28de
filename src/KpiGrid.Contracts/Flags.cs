using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>What follows from a flag.</summary>
public static class Flags
{
    internal static readonly EnumText<Flag> Texts = new(flag => flag.ToString().ToLowerInvariant());

    /// <summary>The text form: measured, weighed, estimated, modelled, declared, allocated.</summary>
    public static string Text(this Flag flag) => Texts.Of(flag);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Flag flag) => Texts.TryParse(text, out flag);

    /// <summary>Whether a whole-pilot figure so flagged is a control total.</summary>
    /// <remarks>
    /// Measured is treated like weighed, because both were observed: participants' own figures divide such a total anew
    /// and leave it as it is. A figure with any other flag is replaced part by part, and the total moves.
    /// </remarks>
    public static bool IsControl(this Flag flag) => flag is Flag.Measured or Flag.Weighed;
}
