using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>What follows from the kind of a KPI.</summary>
public static class KpiKinds
{
    internal static readonly EnumText<KpiKind> Texts = new(kind =>
        kind == KpiKind.EventCount ? "event-count" : kind.ToString().ToLowerInvariant());

    /// <summary>The text form: flow, event-count, ratio, stock, level, score, distinct.</summary>
    public static string Text(this KpiKind kind) => Texts.Of(kind);

    /// <summary>Reads a text form; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out KpiKind kind) => Texts.TryParse(text, out kind);

    /// <summary>Whether a value holds until its KPI stream says otherwise: stock, level, score.</summary>
    public static bool IsStanding(this KpiKind kind) => kind is KpiKind.Stock or KpiKind.Level or KpiKind.Score;

    /// <summary>Whether a cell has a second amount to divide by: ratio, level.</summary>
    public static bool HasParts(this KpiKind kind) => kind is KpiKind.Ratio or KpiKind.Level;
}
