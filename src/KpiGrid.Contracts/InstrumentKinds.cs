using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of <see cref="InstrumentKind"/>, such as <c>decision-tree</c>.</summary>
public static class InstrumentKinds
{
    internal static readonly EnumText<InstrumentKind> Texts = new(NameOf);

    /// <summary>The text form.</summary>
    public static string Text(this InstrumentKind kind) => Texts.Of(kind);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out InstrumentKind kind) =>
        Texts.TryParse(text, out kind);

    private static string NameOf(InstrumentKind kind) => kind switch
    {
        InstrumentKind.DecisionTree => "decision-tree",
        InstrumentKind.TenderText => "tender-text",
        InstrumentKind.BookPage => "book-page",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
