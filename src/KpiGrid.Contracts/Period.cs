using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KpiGrid;

/// <summary>Local calendar days with the size they have by the calendar.</summary>
/// <remarks>
/// The same days are the same period however they were written: <c>2026-11-01/2026-12-01</c> is <c>2026-11</c>.
/// Years run from 0001 to 9998. That a period lies between 1900 and one year ahead is checked where it is accepted.
/// </remarks>
/// <param name="Range">The days.</param>
/// <param name="Size">The size.</param>
[GenerateSerializer, Immutable, Alias("Period")]
public readonly record struct Period([property: Id(0)] DayRange Range, [property: Id(1)] PeriodSize Size)
{
    /// <summary>The first day.</summary>
    public DateOnly First => Range.First;

    /// <summary>The last day; a measurement is booked on it.</summary>
    public DateOnly Last => Range.Last;

    /// <summary>The period of these days.</summary>
    public static Period Of(DayRange range) => new(range, SizeOf(range));

    /// <summary>The period of a size that a day lies in; the size is not <see cref="PeriodSize.Range"/>.</summary>
    public static Period Of(DateOnly day, PeriodSize size) => size switch
    {
        PeriodSize.Day => new(DayRange.Of(day), size),
        PeriodSize.Week => Week(day.AddDays(-(((int)day.DayOfWeek + 6) % 7))),
        PeriodSize.Month => Months(day.Year, day.Month, 1, size),
        PeriodSize.Quarter => Months(day.Year, (day.Month - 1) / 3 * 3 + 1, 3, size),
        PeriodSize.Half => Months(day.Year, (day.Month - 1) / 6 * 6 + 1, 6, size),
        PeriodSize.Year => Months(day.Year, 1, 12, size),
        _ => throw new ArgumentOutOfRangeException(nameof(size), size, "A day lies in no one range"),
    };

    /// <summary>The size that these days have exactly, else <see cref="PeriodSize.Range"/>.</summary>
    public static PeriodSize SizeOf(DayRange range)
    {
        if (range.Last.Year > PeriodText.YearMax) return PeriodSize.Range;
        for (var size = PeriodSize.Day; size < PeriodSize.Range; size++)
        {
            if (Of(range.First, size).Range == range) return size;
        }
        return PeriodSize.Range;
    }

    /// <summary>The periods of a size that overlap [from, to), in order, each with all its days.</summary>
    /// <remarks>
    /// The first and the last may reach outside [from, to); intersect their days with it to clip them. Asked by
    /// <see cref="PeriodSize.Range"/> it is [from, to) itself, as one period. They are made as they are read.
    /// </remarks>
    public static IEnumerable<Period> Between(DateOnly from, DateOnly to, PeriodSize by)
    {
        if (from >= to) yield break;
        if (by == PeriodSize.Range)
        {
            yield return Of(DayRange.Between(from, to));
            yield break;
        }
        for (var day = from; day < to;)
        {
            var period = Of(day, by);
            yield return period;
            day = period.Last.AddDays(1);
        }
    }

    /// <summary>Reads one of the text forms of <see cref="PeriodSize"/>; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Period period)
    {
        period = default;
        return text is not null && PeriodText.TryRead(text, out period);
    }

    /// <summary>Reads a period.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is not a period");

    /// <summary>The text form, such as <c>2026-Q1</c>.</summary>
    public override string ToString() => Size switch
    {
        PeriodSize.Day => Text($"{First:yyyy-MM-dd}"),
        PeriodSize.Week => Text($"{ISOWeek.GetYear(First):D4}-W{ISOWeek.GetWeekOfYear(First):D2}"),
        PeriodSize.Month => Text($"{First:yyyy-MM}"),
        PeriodSize.Quarter => Text($"{First:yyyy}-Q{(First.Month + 2) / 3}"),
        PeriodSize.Half => Text($"{First:yyyy}-S{(First.Month + 5) / 6}"),
        PeriodSize.Year => Text($"{First:yyyy}"),
        _ => Range.ToString(),
    };

    internal static Period Week(DateOnly monday) => new(new(monday, monday.AddDays(6)), PeriodSize.Week);

    internal static Period Months(int year, int month, int count, PeriodSize size)
    {
        var first = new DateOnly(year, month, 1);
        return new(new(first, first.AddMonths(count).AddDays(-1)), size);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
