using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Targets;

/// <summary>How far the targets of a node are.</summary>
internal sealed record ProgressAnswer(string Node, DateOnly On, IReadOnlyList<TargetAnswer> Targets)
{
    /// <summary>The method, in words.</summary>
    public MethodAnswer Method { get; } = MethodAnswer.Only;
}

/// <summary>By what the answers were made.</summary>
internal sealed record MethodAnswer(string Trajectory, string Rule, string Meaning)
{
    public static MethodAnswer Only { get; } = new("linear-by-day", Trend.Rule,
        "Wanted by now lies on the line between two named values by their last days; amounts that add up are wanted evenly "
        + "over the days of their period. Pace is the part of the wanted way that is gone by measuredTo, the last day of "
        + "the last period whose figures were due: on-track from 0.95, behind from 0.60, far-behind from 0, else away.");
}

/// <summary>How far one target is.</summary>
internal sealed record TargetAnswer
{
    public required string Kpi { get; init; }
    public ClassId? Class { get; init; }
    public required string Unit { get; init; }

    /// <summary>The head of the target's own stream: its version.</summary>
    public required long Head { get; init; }

    public required Direction Direction { get; init; }
    public Baseline? Baseline { get; init; }

    /// <summary>The named value ahead, or the last one.</summary>
    public required TargetPoint Target { get; init; }

    /// <summary>The period measured over, and what is wanted of it.</summary>
    public required WantedAnswer Wanted { get; init; }

    /// <summary>What it came to, up to the day asked.</summary>
    public PeriodAnswer? Actual { get; init; }

    /// <summary>The day up to which pace and status are told.</summary>
    public required DateOnly MeasuredTo { get; init; }

    /// <summary>What it came to by then, in the target's unit.</summary>
    public Amount? ValueThen { get; init; }

    public required TrendStatus Status { get; init; }
    public Amount? Pace { get; init; }

    /// <summary>The part of the whole that is there on the day asked; 1 is all of it.</summary>
    public Amount? Progress { get; init; }

    /// <summary>Whether the target is invented.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }
}

/// <summary>What is wanted around a day.</summary>
/// <param name="Period">The period measured over.</param>
/// <param name="Whole">What is wanted of it, or at its end.</param>
/// <param name="ByNow">What is wanted by the day that pace is told for.</param>
/// <param name="Interpolated">Whether the whole lies on the line between two named values.</param>
internal sealed record WantedAnswer(Period Period, Amount Whole, Amount ByNow, bool Interpolated);
