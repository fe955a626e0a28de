namespace KpiGrid.Api.Compare;

/// <summary>A line with its values, and what decides whether it may be ranked.</summary>
internal sealed record ComparedLine
{
    public required Candidate Candidate { get; init; }
    public required IReadOnlyList<ComparedPeriod> Periods { get; init; }
    public required ComparedPeriod Whole { get; init; }

    /// <summary>The days of the whole; null where no comparable period has ended.</summary>
    public DayRange? Days { get; init; }

    /// <summary>The definition series its values belong to.</summary>
    public IReadOnlySet<int> Series { get; init; } = new HashSet<int>();

    public IReadOnlyList<string> Currencies { get; init; } = [];
    public IReadOnlyList<Rate> Rates { get; init; } = [];

    /// <summary>What it was divided by.</summary>
    public string? PerUnit { get; init; }

    /// <summary>The reading of classes it was made by; null where all count.</summary>
    public string? Reading { get; init; }

    public string Key => Candidate.Key;
    public bool IsSmall => Whole.Marks.Contains(Mark.Small);
    public bool IsRanked => Whole.Value is not null && !IsSmall;
}

/// <summary>The marks that a comparison adds to those of totals.</summary>
internal static class Mark
{
    public const string Small = "small-denominator";
    public const string NoDenominator = "no-denominator";
}
