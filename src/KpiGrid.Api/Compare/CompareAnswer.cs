using System.Text.Json.Serialization;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Compare;

/// <summary>The answer <c>comparison</c> of the HTTP API. Everything it was computed from stands in it, so that it can be
/// computed again: value = absolute x perUnits / divisor, rounded once, half to even, to 1e-9.</summary>
internal sealed record CompareAnswer
{
    public required string Kpi { get; init; }
    public required int Definition { get; init; }
    public required string Unit { get; init; }
    public required string Direction { get; init; }
    public required string Per { get; init; }

    /// <summary>Per so many.</summary>
    public required int PerUnits { get; init; }

    /// <summary>Of what: inhabitants, m2, fte or a currency; null when values stand as they are.</summary>
    public string? PerUnit { get; init; }

    public required string Clock { get; init; }
    public string? By { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RatesAnswer? Rates { get; init; }

    public required IReadOnlyList<string> Periods { get; init; }
    public required IReadOnlyList<LineAnswer> Lines { get; init; }

    /// <summary>Of each period and of the whole, without lines of a small denominator.</summary>
    public required IReadOnlyList<SpreadAnswer> Spread { get; init; }

    public required GateAnswer Gate { get; init; }

    /// <summary>The best first; null while the gate is shut.</summary>
    public IReadOnlyList<RankAnswer>? Ranking { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScaleAnswer? Scale { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenParts? Hidden { get; init; }
}

/// <summary>One pilot or place.</summary>
/// <param name="Key">Its address, such as <c>pilots/wb-1</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Start">A pilot's first day.</param>
/// <param name="ReplicaOf">The pilot it repeats.</param>
/// <param name="Sample">Whether it is invented.</param>
/// <param name="Periods">One a period, in their order.</param>
/// <param name="Whole">What all comparable periods come to together; ranks are by it.</param>
internal sealed record LineAnswer(
    string Key, string? Name, DateOnly? Start, string? ReplicaOf, bool Sample, IReadOnlyList<ComparedPeriod> Periods,
    ComparedPeriod Whole)
{
    /// <summary>The reading of classes it was made by.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reading { get; init; }
}

/// <summary>What one line comes to in one period.</summary>
internal sealed record ComparedPeriod
{
    public required string Period { get; init; }

    /// <summary>Its days there, half-open; null where the line has no such period.</summary>
    public string? Days { get; init; }

    public Amount? Value { get; init; }

    /// <summary>Before it was divided.</summary>
    public Amount? Absolute { get; init; }

    /// <summary>What it was divided by.</summary>
    public Amount? Divisor { get; init; }

    public int N { get; init; }
    public CoverageAnswer? Coverage { get; init; }
    public Amount? Estimated { get; init; }
    public IReadOnlyList<string> Marks { get; init; } = [];
}

/// <summary>How the lines lie in one period.</summary>
internal sealed record SpreadAnswer(string Period, int Count, Amount? Median, Amount? Low, Amount? High);

/// <summary>Whether a ranking is fair.</summary>
/// <param name="Open">Whether it is.</param>
/// <param name="Reasons">Why not.</param>
internal sealed record GateAnswer(bool Open, IReadOnlyList<GateReason> Reasons);

/// <summary>Why lines are only put side by side.</summary>
/// <param name="Code">The reason in one word.</param>
/// <param name="Text">In a sentence.</param>
/// <param name="Lines">The lines it is about; empty where it is about all.</param>
internal sealed record GateReason(string Code, string Text, IReadOnlyList<string> Lines);

/// <summary>A line's place.</summary>
internal sealed record RankAnswer(int Rank, bool Shared, string Key, Amount Value);

/// <summary>If all members of a region did what the lines did, per inhabitant: a range, never a point.</summary>
/// <param name="Region">The region.</param>
/// <param name="Inhabitants">Of its members on the last day compared.</param>
/// <param name="Low">As the smallest of the lines does.</param>
/// <param name="High">As the largest does.</param>
/// <param name="Lines">How many lines the range is of.</param>
internal sealed record ScaleAnswer(string Region, Amount Inhabitants, Amount Low, Amount High, int Lines);
