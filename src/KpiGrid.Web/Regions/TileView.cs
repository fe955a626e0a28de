using KpiGrid.Api.Live;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Regions;

/// <summary>A KPI of a place at a glance.</summary>
public sealed record TileView
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What moves in it when somebody reports.</summary>
    public required TileFigures Figures { get; init; }

    /// <summary>The measurements behind the value.</summary>
    public required string ExplainAddress { get; init; }

    /// <summary>The page with this KPI chosen.</summary>
    public required string ChooseAddress { get; init; }

    /// <summary>Whether it is chosen.</summary>
    public bool IsChosen { get; init; }

    /// <summary>How far its target is reached; null where none is set.</summary>
    public TargetProgress? Target { get; init; }

    internal static TileView Of(Words words, ViewState state, string code, KpiFacts facts, KpiLines lines, bool isChosen) => new()
    {
        Code = code,
        Name = words.Of(facts.Names) ?? code,
        Figures = TileFigures.Of(words, facts, lines),
        ExplainAddress = (state with { Kpi = KpiCode.Parse(code) }).On(PageKind.Explain).Address,
        ChooseAddress = (state with { Kpi = KpiCode.Parse(code), By = null }).Address + "#chosen",
        IsChosen = isChosen,
    };
}

/// <summary>How far a target is reached.</summary>
/// <param name="Text">What is wanted and how far that is, in words.</param>
/// <param name="Percent">How much of it is reached, from 0 on.</param>
public sealed record TargetProgress(string Text, int Percent);

/// <summary>What moves in a tile: texts and a drawing, ready to be put in their places.</summary>
/// <param name="Value">The value with its unit; null when there is none.</param>
/// <param name="Coverage">How much of what was expected is inside; empty when nothing is.</param>
/// <param name="Marks">What else to know about it.</param>
/// <param name="Spark">The course of it.</param>
/// <param name="Expected">How many municipalities are expected to report.</param>
/// <param name="Reported">How many of them have.</param>
public sealed record TileFigures(
    string? Value, string Coverage, string Marks, string Spark, int Expected, int Reported)
{
    internal static TileFigures Of(Words words, KpiFacts facts, KpiLines lines)
    {
        var closing = lines.Closing;
        var plot = CoursePlot.Of(words, facts, lines.Course);
        // A tile is too narrow for many a number and its unit: better parted between them than inside one.
        return new(
            words.Value(closing, facts.Unit)?.Replace(Words.NoBreak, " ", StringComparison.Ordinal),
            words.Coverage(closing.Coverage) ?? "",
            string.Join(" · ", Remarks(words, facts, closing)),
            plot.IsEmpty ? "" : Sparkline.Draw(plot).Ornament(Sparkline.Height, "spark"),
            closing.Coverage?.Expected ?? 0, closing.Coverage?.Reported ?? 0);
    }

    /// <summary>A standing value also says how old the oldest part of it is.</summary>
    private static IEnumerable<string> Remarks(Words words, KpiFacts facts, PeriodAnswer closing) =>
        facts.Kind.IsStanding() && closing.Coverage?.OldestInput is { } day
            ? words.MarksInside(closing).Append(Words.Fill(words.Values.OldestInput, words.Day(day)))
            : words.MarksInside(closing);
}
