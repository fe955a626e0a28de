using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Compare;

/// <summary>A comparison that can be made.</summary>
internal sealed record CompareQuestion
{
    public const int MonthsUsual = 12;

    public required KpiCode Kpi { get; init; }
    public ClassId? Class { get; init; }

    /// <summary>What is put side by side; empty where it is the members of <see cref="Region"/>.</summary>
    public required IReadOnlyList<PlaceRef> Lines { get; init; }

    public PlaceRef? Region { get; init; }

    /// <summary>The days of the calendar; null on the pilots' own clocks.</summary>
    public DayRange? Days { get; init; }

    /// <summary>The periods of the calendar; <see cref="PeriodSize.Range"/> is one.</summary>
    public PeriodSize By { get; init; } = PeriodSize.Range;

    public IReadOnlyList<AskedPeriod> Periods { get; init; } = [];

    /// <summary>Whether each pilot is counted from its own start.</summary>
    public bool OnPilotClock => Days is null;

    /// <summary>Whether a pilot's clock counts its stages instead of months.</summary>
    public bool ByStage { get; init; }

    public int Months { get; init; } = MonthsUsual;
    public Divisor Per { get; init; }
    public string? Rates { get; init; }
    public string? Currency { get; init; }
    public PlaceRef? ScaleTo { get; init; }

    /// <summary>By which readings classes count; null: all of them.</summary>
    public LineReadings? Readings { get; init; }
}
