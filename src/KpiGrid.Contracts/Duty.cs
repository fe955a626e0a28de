namespace KpiGrid;

/// <summary>What is expected of one KPI stream for one municipality, and what was reported; the source of coverage.</summary>
[GenerateSerializer, Immutable, Alias("Duty")]
public sealed record Duty
{
    /// <summary>The KPI stream.</summary>
    [Id(0)] public required KpiStreamId Stream { get; init; }

    /// <summary>Whether the KPI is of a standing kind: a value then counts as reported for every later day.</summary>
    [Id(1)] public required bool Standing { get; init; }

    /// <summary>The days on which the stream is declared and the municipality has a share in it; empty: no duty.</summary>
    /// <remarks>After the reason <c>not-occurring</c> none until the next report of anything else begins.</remarks>
    [Id(2)] public required IReadOnlyList<DayRange> Expected { get; init; }

    /// <summary>What was reported, gathered into runs of adjoining periods of one size.</summary>
    [Id(3)] public required IReadOnlyList<ReportedRun> Reported { get; init; }

    /// <summary>Where the whole pilot's figures met participants' own, by day; in order.</summary>
    [Id(4)] public IReadOnlyList<MeetingDay> Meetings { get; init; } = [];

    /// <summary>Periods of the pilot whose last day is before this one are approved; null: none.</summary>
    [Id(5)] public DateOnly? ApprovedBefore { get; init; }

    /// <summary>The rules that applied in a period on some of its days; for a standing kind those in force at its end.</summary>
    public Meetings MeetingsIn(DayRange period, IReadOnlyList<DayRange> days)
    {
        var rules = KpiGrid.Meetings.None;
        foreach (var meeting in Meetings)
        {
            if (Standing) rules = meeting.Day <= period.Last ? meeting.Rules : rules;
            else if (days.Any(range => range.Contains(meeting.Day))) rules |= meeting.Rules;
        }
        return rules;
    }

    /// <summary>Whether something is expected on any day of a period.</summary>
    public bool IsExpected(DayRange period) => Expected.Any(period.Overlaps);

    /// <summary>Whether a reported span lies in the period; for a standing kind, also whether a value is in force.</summary>
    /// <remarks>A standing value is reported on its day and holds on; a reason for silence speaks of its period.</remarks>
    public bool IsReported(DayRange period) => Reported.Any(run =>
        run.HasPeriodIn(period) || (Standing && run.Size == PeriodSize.Day && run.Days.First <= period.Last));

    /// <summary>Whether a period is approved, reported or not.</summary>
    public bool IsApproved(DayRange period) => period.Last < ApprovedBefore;

    /// <summary>The last reported day up to the end of a period; null when nothing was reported by then.</summary>
    public DateOnly? LastReported(DayRange period)
    {
        var runs = Reported.Where(run => run.Days.First <= period.Last).ToList();
        if (runs.Count == 0) return null;
        var last = runs.Max(run => run.Days.Last);
        return last < period.Last ? last : period.Last;
    }
}

/// <summary>Adjoining periods of one size, each reported.</summary>
/// <param name="Days">From the first period's first day to the last one's last.</param>
/// <param name="Size">The size of each; <see cref="PeriodSize.Range"/> is one span of its own.</param>
[GenerateSerializer, Immutable, Alias("ReportedRun")]
public readonly record struct ReportedRun([property: Id(0)] DayRange Days, [property: Id(1)] PeriodSize Size)
{
    /// <summary>Whether one of the periods lies wholly in a range.</summary>
    public bool HasPeriodIn(DayRange range)
    {
        if (Days.Intersect(range) is not { } shared) return false;
        if (Size is PeriodSize.Day) return true;
        if (Size is PeriodSize.Range) return shared == Days;
        var period = Period.Of(shared.First, Size).Range;
        if (period.First < shared.First) period = Period.Of(period.Last.AddDays(1), Size).Range;
        return period.Last <= shared.Last;
    }
}
