namespace KpiGrid.Api.Confirmations;

/// <summary>What stands beside a measurement that was reported on behalf of participants; the line's rule says how it was
/// settled with what they report themselves.</summary>
/// <param name="Key">The body's key of this KPI on that day; empty where the measurement names its participant.</param>
/// <param name="Whole">The figure, a control total where the rule says so.</param>
/// <param name="Counted">What of it is split over those that report nothing themselves.</param>
/// <param name="Own">The rest, in place of which their own figures stand.</param>
/// <param name="Members">Each participant that has a part, and what it says of it.</param>
internal sealed record BehalfAnswer(
    IReadOnlyList<KeyShareAnswer> Key, Amount Whole, Amount Counted, Amount Own, IReadOnlyList<MemberAnswer> Members)
{
    /// <summary>The municipalities that are named beside a line.</summary>
    public static IEnumerable<string> Places(ExplainLine line) => line.Parts.Select(part => part.Municipality?.Value)
        .Concat((line.OnBehalf?.Key ?? []).Select(share => share.Municipality.Value)).OfType<string>();

    /// <summary>Null where it was not reported on behalf of others.</summary>
    public static BehalfAnswer? Of(ExplainLine line, IReadOnlyDictionary<string, string> named) => line.OnBehalf is not { } behalf
        ? null
        : new([.. behalf.Key.Select(share => KeyShareAnswer.Of(share, named))],
            line.Entry.A, behalf.Counted, line.Entry.A - behalf.Counted, [.. MemberAnswer.Of(line, named)]);
}

/// <summary>A share of a key.</summary>
/// <param name="Municipality">Whose.</param>
/// <param name="Name">Its name.</param>
/// <param name="Share">How much.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last; null is open.</param>
/// <param name="Kpi">The KPI it holds for alone; null for every KPI without shares of its own.</param>
internal sealed record KeyShareAnswer(string Municipality, string? Name, string Share, DateOnly From, DateOnly? To, string? Kpi)
{
    public static KeyShareAnswer Of(Share share, IReadOnlyDictionary<string, string> named) => new(
        share.Municipality.Value, named.GetValueOrDefault(share.Municipality.Value), $"{share.Parts}/{share.Whole}",
        share.From, share.To, share.Kpi?.Value);
}
