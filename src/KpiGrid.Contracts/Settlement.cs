namespace KpiGrid;

/// <summary>One cell of one KPI stream, before whole and participants' figures are held against each other.</summary>
/// <param name="Owner">The participant whose own figure it is; null for the whole pilot's.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Value">What it holds.</param>
public readonly record struct Figure(MunicipalityId? Owner, CellKey Key, CellValue Value);

/// <summary>What a figure comes to: how much of it counts, for whom, and by which rule.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Rule">The rule that applied.</param>
/// <param name="Counted">What counts in the pilot's own total; <see cref="CellValue.None"/> when nothing does.</param>
/// <param name="Parts">What each municipality gets; they add to <see cref="Counted"/>, a distinct count's excepted.</param>
public sealed record SettledFigure(Figure Figure, SettlementRule Rule, CellValue Counted, IReadOnlyList<Part> Parts);

/// <summary>How a figure was settled.</summary>
public enum SettlementRule
{
    /// <summary>A whole-pilot figure, split by the shares of its last day.</summary>
    Whole,

    /// <summary>A participant's own figure.</summary>
    Own,

    /// <summary>A weighed or measured whole: participants replace their parts, the rest is split again; the total stays.</summary>
    Control,

    /// <summary>An estimated, modelled, declared or allocated whole: participants replace their parts; the total moves.</summary>
    Replaced,

    /// <summary>Participants do not fit the weighed whole: it stays with its split by shares, their figures do not count.</summary>
    InConflict,
}

/// <summary>A whole-pilot figure and a participant's own figure for a span inside it never both count.</summary>
/// <remarks>
/// <para>A participant's figure is part of the shortest whole figure of the same KPI, series, class and currency whose span
/// contains its own; of several such, the one flagged weighed, then measured, then the others in the order of the flags.</para>
/// <para>A whole that was weighed or measured is a control total; where the participants' figures exceed it, or all
/// have reported and do not add to it, they are in conflict with it. Any other whole gives way part by part, and so does
/// every whole score, which is no amount that parts could add to.</para>
/// </remarks>
public static class Settlement
{
    /// <summary>Settles the figures of one KPI and class of one pilot.</summary>
    /// <param name="figures">The figures; at most one per owner and key.</param>
    /// <param name="kind">The KPI's kind.</param>
    /// <param name="sharesOn">The shares on a day, by ascending municipality.</param>
    public static IReadOnlyList<SettledFigure> Settle(
        IReadOnlyList<Figure> figures, KpiKind kind, Func<DateOnly, IReadOnlyList<ShareOn>> sharesOn)
    {
        var wholes = figures.Where(figure => figure.Owner is null).ToList();
        var own = figures.Where(figure => figure.Owner is not null)
            .ToLookup(figure => WholeOf(figure, wholes, kind), figure => figure);
        var settled = new List<SettledFigure>(figures.Count);
        foreach (var whole in wholes)
            settled.AddRange(SettleWhole(whole, [.. own[whole]], kind, sharesOn(whole.Key.Days.Last)));
        settled.AddRange(own[null].Select(SettleOwn));
        return settled;
    }

    /// <summary>Settles a whole figure that no participant has a part in.</summary>
    public static SettledFigure SettleAlone(Figure whole, IReadOnlyList<ShareOn> shares) => whole.Key.Member == 0
        ? new(whole, SettlementRule.Whole, whole.Value, Allocation.Split(whole.Value, shares))
        : new(whole, SettlementRule.Whole, whole.Value, Allocation.Copy(whole.Value, shares));

    /// <summary>Settles a participant's figure that no whole contains.</summary>
    public static SettledFigure SettleOwn(Figure own) =>
        new(own, SettlementRule.Own, own.Value, [new(own.Owner!.Value, own.Value)]);

    private static Figure? WholeOf(Figure own, List<Figure> wholes, KpiKind kind) => wholes
        .Where(whole => IsPart(own.Key, whole.Key, kind))
        .OrderBy(whole => whole.Key.Days.Days).ThenByDescending(whole => whole.Key.Days.Last)
        .ThenBy(whole => Rank(whole.Key.Flag)).ThenBy(whole => whole.Key.Provisional)
        .Select(whole => (Figure?)whole)
        .FirstOrDefault();

    private static bool IsPart(CellKey own, CellKey whole, KpiKind kind) =>
        kind != KpiKind.Distinct
        && own.Series == whole.Series && own.Currency == whole.Currency
        && (own.Class == whole.Class || kind == KpiKind.Score)
        && whole.Days.Contains(own.Days);

    private static int Rank(Flag flag) => flag == Flag.Weighed ? -1 : (int)flag;

    private static IEnumerable<SettledFigure> SettleWhole(
        Figure whole, IReadOnlyList<Figure> own, KpiKind kind, IReadOnlyList<ShareOn> shares)
    {
        if (own.Count == 0) return [SettleAlone(whole, shares)];
        return whole.Key.Flag.IsControl() && kind != KpiKind.Score
            ? SettleControl(whole, own, shares)
            : SettleReplaced(whole, own, shares);
    }

    private static IEnumerable<SettledFigure> SettleControl(
        Figure whole, IReadOnlyList<Figure> own, IReadOnlyList<ShareOn> shares)
    {
        var reported = own.Aggregate(CellValue.None, (sum, figure) => sum + figure.Value);
        var rest = new CellValue(whole.Value.A - reported.A, whole.Value.B - reported.B, whole.Value.N);
        var remaining = Remaining(shares, own);
        if (!Fits(rest.A, whole.Value.A, remaining) || !Fits(rest.B, whole.Value.B, remaining))
            return own.Select(figure => new SettledFigure(figure, SettlementRule.InConflict, CellValue.None, []))
                .Prepend(SettleAlone(whole, shares) with { Rule = SettlementRule.InConflict });
        var counted = remaining.Count == 0 ? CellValue.None : rest;
        return own.Select(SettleOwn)
            .Prepend(new(whole, SettlementRule.Control, counted, Allocation.Split(counted, remaining)));
    }

    private static bool Fits(Amount rest, Amount whole, IReadOnlyList<ShareOn> remaining) =>
        rest.Sign == 0 || (rest.Sign == whole.Sign && remaining.Count > 0);

    private static IEnumerable<SettledFigure> SettleReplaced(
        Figure whole, IReadOnlyList<Figure> own, IReadOnlyList<ShareOn> shares)
    {
        var remaining = Remaining(shares, own).Select(share => share.Municipality).ToHashSet();
        var parts = Allocation.Split(whole.Value, shares).Where(part => remaining.Contains(part.Municipality)).ToList();
        var counted = new CellValue(
            parts.Aggregate(Amount.Zero, (sum, part) => sum + part.Value.A),
            parts.Aggregate(Amount.Zero, (sum, part) => sum + part.Value.B),
            parts.Count == 0 ? 0 : whole.Value.N);
        return own.Select(SettleOwn).Prepend(new(whole, SettlementRule.Replaced, counted, parts));
    }

    private static IReadOnlyList<ShareOn> Remaining(IReadOnlyList<ShareOn> shares, IReadOnlyList<Figure> own)
    {
        var reported = own.Select(figure => figure.Owner!.Value).ToHashSet();
        return [.. shares.Where(share => !reported.Contains(share.Municipality))];
    }
}
