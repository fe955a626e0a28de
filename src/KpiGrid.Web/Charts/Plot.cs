namespace KpiGrid.Web.Charts;

/// <summary>One series of values, a value a period; null where there is none.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Values">The values, a period each.</param>
internal sealed record PlotLine(string Name, IReadOnlyList<Amount?> Values);

/// <summary>From a least to a most, a period each.</summary>
internal sealed record PlotBand(string Name, IReadOnlyList<Amount?> Least, IReadOnlyList<Amount?> Most);

/// <summary>A period along the foot of a chart.</summary>
/// <param name="Text">Its name where its year is known.</param>
/// <param name="Year">The year, where it begins; null elsewhere.</param>
/// <param name="IsUnfinished">Whether it is still in progress.</param>
internal sealed record PlotPeriod(string Text, string? Year = null, bool IsUnfinished = false);

/// <summary>What a chart over time shows.</summary>
internal sealed record Plot
{
    public required IReadOnlyList<PlotPeriod> Periods { get; init; }
    public required IReadOnlyList<PlotLine> Lines { get; init; }

    /// <summary>Whether a value holds until the next one.</summary>
    public bool IsStanding { get; init; }

    public PlotBand? Band { get; init; }

    /// <summary>What is wanted.</summary>
    public Amount? Target { get; init; }

    /// <summary>Values the scale must reach besides its own.</summary>
    public IReadOnlyList<Amount> Reach { get; init; } = [];

    /// <summary>A value in words.</summary>
    public required Func<Amount, string> Say { get; init; }

    /// <summary>A value of the scale in words.</summary>
    public required Func<Amount, string> SayShort { get; init; }

    public IEnumerable<Amount> Values() => Lines.SelectMany(line => line.Values)
        .Concat(Band?.Least ?? []).Concat(Band?.Most ?? []).Append(Target).OfType<Amount>().Concat(Reach);

    public bool IsEmpty => !Lines.SelectMany(line => line.Values).Any(value => value is not null);
}
