using System.Text.Json.Serialization;
using KpiGrid.Api.Explain;

namespace KpiGrid.Api.Streams;

/// <summary>The KPI streams of a pilot with what is expected of each.</summary>
internal sealed record StreamsAnswer(
    string Pilot, DateOnly Today, IReadOnlyList<StreamAnswer> Streams, PageAnswer Page);

/// <summary>One KPI stream.</summary>
internal sealed record StreamAnswer
{
    public required string Stream { get; init; }
    public required string Kpi { get; init; }
    public string? Class { get; init; }
    public string? Municipality { get; init; }
    public KpiKind? Kind { get; init; }
    public string? Unit { get; init; }
    public Frequency? Frequency { get; init; }

    /// <summary>The days on which something is expected, half-open.</summary>
    public required IReadOnlyList<ExpectedDays> Expected { get; init; }

    /// <summary>The expected periods of the last year, each reported or not.</summary>
    public required IReadOnlyList<ExpectedPeriod> Periods { get; init; }

    /// <summary>The last day reported.</summary>
    public DateOnly? ReportedUntil { get; init; }
}

/// <summary>A half-open range of days; to = null is open.</summary>
internal sealed record ExpectedDays(DateOnly From, DateOnly? To)
{
    public static ExpectedDays Of(DayRange days) =>
        new(days.First, days.Last == DateOnly.MaxValue ? null : days.Last.AddDays(1));
}

/// <summary>A period in which something is expected.</summary>
internal sealed record ExpectedPeriod(string Period, bool Reported, bool InProgress);

/// <summary>The measurements of a KPI stream.</summary>
internal sealed record SeriesPage
{
    public required string Stream { get; init; }
    public required string Kpi { get; init; }
    public required int Definition { get; init; }
    public required string Unit { get; init; }

    /// <summary>The head of the pilot's journal stream this is as of.</summary>
    public required long Head { get; init; }

    public required IReadOnlyList<EntryAnswer> Measurements { get; init; }

    /// <summary>Whether they are left out because they are told to the pilot's own people only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Confidential { get; init; }
    public required PageAnswer Page { get; init; }
}
