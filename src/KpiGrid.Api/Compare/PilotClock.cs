using System.Globalization;

namespace KpiGrid.Api.Compare;

/// <summary>The days of a pilot counted from its own start (domain.md, section c).</summary>
internal static class PilotClock
{
    /// <summary>A pilot that starts later than this has no months yet.</summary>
    public const int YearMax = 2999;

    /// <summary>Pilot-month n of a pilot that never starts.</summary>
    public static Span Never(int n) => new(Name("M", n), null);

    /// <summary>Pilot-month n is [start + n months, start + n+1 months), each counted from the start, so that the day is
    /// clamped to the month and comes back: after 31 January follow 28 February and 31 March.</summary>
    public static Span Month(DateOnly start, int n) =>
        new(Name("M", n), DayRange.Between(start.AddMonths(n), start.AddMonths(n + 1)));

    /// <summary>The months before a day comes to pass, that of the day itself not counted.</summary>
    public static int MonthsBefore(DateOnly start, DateOnly today)
    {
        var months = Math.Max(0, (today.Year - start.Year) * 12 + today.Month - start.Month + 1);
        while (months > 0 && Month(start, months - 1).Days!.Value.Last >= today) months--;
        return months;
    }

    /// <summary>W0 is from the start to the first stage, W1 from the first stage to the second, and so on; the last has
    /// no end yet, so it runs to a day.</summary>
    public static IEnumerable<Span> Stages(DateOnly start, IEnumerable<Stage> stages, DateOnly until)
    {
        DateOnly[] marks =
            [start, .. stages.Select(stage => stage.On).Where(day => day > start && day < until).Distinct().Order(), until];
        return marks.Zip(marks.Skip(1)).Where(pair => pair.First < pair.Second)
            .Select((pair, n) => new Span(Name("W", n), DayRange.Between(pair.First, pair.Second)));
    }

    private static string Name(string letter, int n) => letter + n.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One period of one line.</summary>
/// <param name="Name">What it is called, the same on every line.</param>
/// <param name="Days">Its days there; null where the line has no such period.</param>
internal sealed record Span(string Name, DayRange? Days)
{
    /// <summary>The whole period of the calendar that the days are of; null on a pilot's clock.</summary>
    public Period? Calendar { get; init; }
}
