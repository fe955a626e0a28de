namespace KpiGrid;

/// <summary>What is late of the duties of a pilot. Pure.</summary>
public static class Lateness
{
    /// <summary>Within so many days each period of any size ends.</summary>
    private const int AheadDays = 367;

    /// <summary>The stream as late on a day; null when it is not, or when it reports when something happens.</summary>
    /// <remarks>
    /// A period is missing when it was expected on any of its days, its due date has passed and nothing was reported that
    /// lies in it. A reason for silence is a report: who gave one is not chased.
    /// </remarks>
    /// <param name="duties">The duties of one stream, one a municipality.</param>
    /// <param name="frequency">The KPI's frequency.</param>
    /// <param name="today">The day.</param>
    /// <param name="options">Grace, and how far to look back.</param>
    public static LateDuty? Of(
        IReadOnlyList<(MunicipalityId Municipality, Duty Duty)> duties, Frequency frequency, DateOnly today, DutyOptions options)
    {
        ArgumentNullException.ThrowIfNull(duties);
        ArgumentNullException.ThrowIfNull(options);
        if (duties.Count == 0 || !PeriodSizes.TryParse(frequency.Text(), out var size)) return null;
        var days = WorkingDays.Of(duties.Select(pair => pair.Municipality));
        var duty = duties[0].Duty;
        var missing = Period.Between(today.AddDays(-options.LookBackDays), today, size)
            .Where(period => !duty.IsReported(period.Range)
                && duties.Any(pair => pair.Duty.IsExpected(period.Range))
                && days.Due(period.Range, options.GraceDays) < today)
            .ToList();
        return missing.Count == 0 ? null : new()
        {
            Stream = duty.Stream,
            Municipalities = [.. duties.Where(pair => missing.Any(period => pair.Duty.IsExpected(period.Range)))
                .Select(pair => pair.Municipality).Order()],
            Periods = missing,
            Due = days.Due(missing[0].Range, options.GraceDays),
            ReportedUntil = duty.Reported.Count == 0 ? null : duty.Reported.Max(run => run.Days.Last),
        };
    }

    /// <summary>The first day after today on which something is late that nobody has reported yet; null when there is none.</summary>
    /// <param name="duties">The duties of one stream, one a municipality.</param>
    /// <param name="frequency">The KPI's frequency.</param>
    /// <param name="today">The day.</param>
    /// <param name="options">Grace, and how far to look back.</param>
    public static DateOnly? Next(
        IReadOnlyList<(MunicipalityId Municipality, Duty Duty)> duties, Frequency frequency, DateOnly today, DutyOptions options)
    {
        ArgumentNullException.ThrowIfNull(duties);
        ArgumentNullException.ThrowIfNull(options);
        if (duties.Count == 0 || !PeriodSizes.TryParse(frequency.Text(), out var size)) return null;
        var days = WorkingDays.Of(duties.Select(pair => pair.Municipality));
        var ahead = duties.SelectMany(pair => pair.Duty.Expected).Select(range => range.First).Append(today).Max();
        if (ahead > DateOnly.MaxValue.AddDays(-2 * AheadDays)) return null;
        return Period.Between(today.AddDays(-options.LookBackDays), ahead.AddDays(AheadDays), size)
            .Where(period => !duties[0].Duty.IsReported(period.Range)
                && duties.Any(pair => pair.Duty.IsExpected(period.Range)))
            .Select(period => (DateOnly?)days.Due(period.Range, options.GraceDays).AddDays(1))
            .FirstOrDefault(late => late > today);
    }
}
