namespace KpiGrid;

/// <summary>The days on which people work in each of some countries.</summary>
/// <param name="Countries">Their two letters; a joint pilot across a border waits for a day worked on both sides.</param>
public sealed record WorkingDays(IReadOnlyList<string> Countries)
{
    /// <summary>Those of the countries of some municipalities.</summary>
    public static WorkingDays Of(IEnumerable<MunicipalityId> municipalities) =>
        new([.. municipalities.Select(municipality => municipality.Value[..2]).Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>Whether a day is neither Saturday nor Sunday, nor a public holiday of any of the countries.</summary>
    public bool Has(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Countries.Any(country => Holidays.IsHoliday(country, day));

    /// <summary>
    /// The day by which something of a period is due: so many working days after its last day; with no grace the first
    /// working day from that day on. It is a working day, never before the period's end, and never earlier for a later
    /// period.
    /// </summary>
    /// <param name="period">The days.</param>
    /// <param name="grace">Working days of grace, from 0 on.</param>
    public DateOnly Due(DayRange period, int grace)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(grace);
        var day = period.Last;
        if (grace == 0)
        {
            while (!Has(day)) day = day.AddDays(1);
            return day;
        }
        for (var left = grace; left > 0;)
        {
            day = day.AddDays(1);
            if (Has(day)) left--;
        }
        return day;
    }

    /// <summary>How many working days lie after a day, up to another.</summary>
    public int Between(DateOnly after, DateOnly until)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
            if (Has(day)) count++;
        return count;
    }
}
