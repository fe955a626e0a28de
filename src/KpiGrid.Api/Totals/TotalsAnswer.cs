using System.Text.Json.Serialization;
using KpiGrid.Api.Boundaries;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Readings;

namespace KpiGrid.Api.Totals;

/// <summary>The answer <c>totals</c> of the HTTP API.</summary>
internal sealed record TotalsAnswer
{
    public required string Node { get; init; }
    public required string Kpi { get; init; }
    public required int Definition { get; init; }
    public required string Unit { get; init; }
    public string? By { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mean { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The day on whose map the split is drawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Boundaries { get; init; }

    /// <summary>By which reading only some classes count; null where all do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReadingAnswer? Reading { get; init; }

    /// <summary>By which rates money was converted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RatesAnswer? Rates { get; init; }

    /// <summary>Members that ended while nobody said whether their successors are members; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EndedMember>? Ended { get; init; }

    public required string Version { get; init; }
    public required DateTimeOffset ConfirmedAt { get; init; }
    public required bool Stale { get; init; }
    public string? Token { get; init; }
    public required IReadOnlyList<PeriodAnswer> Periods { get; init; }
    public required IReadOnlyList<SplitAnswer> Split { get; init; }

    /// <summary>What the total contains and the caller may not read; null when nothing is hidden.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenParts? Hidden { get; init; }
}

/// <summary>Lines of a split that are left out.</summary>
/// <param name="Parts">How many.</param>
internal sealed record HiddenParts(int Parts);

/// <summary>One line of a split.</summary>
internal sealed record SplitAnswer(string Key, string? Name, IReadOnlyList<PeriodAnswer> Periods)
{
    /// <summary>The codes whose amounts it holds, where it is drawn on the map of another day.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Codes { get; init; }
}

/// <summary>What one period comes to.</summary>
internal record PeriodAnswer
{
    public required string Period { get; init; }

    /// <summary>The days asked, where the period is clipped to them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Days { get; init; }

    public Amount? Value { get; init; }
    public int N { get; init; }
    public Amount? A { get; init; }
    public Amount? B { get; init; }
    public Amount? Shown { get; init; }

    /// <summary>What a reading leaves out, class by class.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ClassAmount>? LeftOut { get; init; }

    /// <summary>The currency, where the KPI's unit is money.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit { get; init; }

    public IReadOnlyList<string> Marks { get; init; } = [];
    public CoverageAnswer? Coverage { get; init; }

    /// <summary>The part of the amount that was estimated, modelled or declared, from 0 to 1.</summary>
    public Amount? Estimated { get; init; }

    public bool Provisional { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MoneyAnswer>? Amounts { get; init; }

    /// <summary>The same as it is converted, each amount with the day whose rate does.</summary>
    [JsonIgnore]
    public IReadOnlyList<Money> Paid { get; init; } = [];

    /// <summary>The rates it was converted by.</summary>
    [JsonIgnore]
    public IReadOnlyList<Rate> Rates { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScoreAnswer>? Distribution { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? Median { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? AtLeast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? AtMost { get; init; }

    /// <summary>What the parts of a split add to, where one member is in several of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? PartsExceed { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SeriesAnswerLine>? Series { get; init; }
}

/// <summary>Coverage in municipalities.</summary>
internal sealed record CoverageAnswer(int Reported, int Expected, DateOnly? OldestInput)
{
    /// <summary>How many of the expected have the period approved, wherever something is expected of them.</summary>
    public int Approved { get; init; }

    /// <summary>By when the last of it is due; null of what is reported when it happens.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Due { get; init; }

    /// <summary>How many of the expected have not reported though the due date has passed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Late { get; init; }
}

/// <summary>The amount in one currency.</summary>
internal sealed record MoneyAnswer(string Unit, Amount Value, int N);

/// <summary>How often one score value stands.</summary>
internal sealed record ScoreAnswer(string Class, Amount Count);

/// <summary>What one definition series comes to, named by its first version.</summary>
internal sealed record SeriesAnswerLine(
    int Definition, Amount? Value, Amount? A, Amount? B, int N,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<MoneyAnswer>? Amounts);
