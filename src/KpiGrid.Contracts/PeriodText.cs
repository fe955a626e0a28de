using System.Globalization;

namespace KpiGrid;

/// <summary>Reads the text forms of periods: ASCII digits only, no culture, nothing around them.</summary>
internal static class PeriodText
{
    /// <summary>The last year that has a day after it.</summary>
    public const int YearMax = 9998;

    public static bool TryRead(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        if (text.Length == 21) return TryRange(text, out period);
        if (text.Length == 10)
        {
            var isDay = TryDay(text, out var day);
            period = Period.Of(day, PeriodSize.Day);
            return isDay;
        }
        if (text.Length is not (4 or 7 or 8) || !TryNumber(text[..4], 1, YearMax, out var year)) return false;
        return TryPartOf(year, text[4..], out period);
    }

    public static bool TryDay(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        if (!TryNumber(text[..4], 1, YearMax, out var year)) return false;
        if (!TryNumber(text[5..7], 1, 12, out var month)) return false;
        if (!TryNumber(text[8..], 1, DateTime.DaysInMonth(year, month), out var number)) return false;
        day = new(year, month, number);
        return true;
    }

    public static bool TryNumber(ReadOnlySpan<char> text, int min, int max, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            number = number * 10 + (c - '0');
        }
        return text.Length > 0 && min <= number && number <= max;
    }

    private static bool TryRange(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        if (text[10] != '/' || !TryDay(text[..10], out var from) || !TryDay(text[11..], out var to)) return false;
        if (from >= to) return false;
        period = Period.Of(DayRange.Between(from, to));
        return true;
    }

    private static bool TryPartOf(int year, ReadOnlySpan<char> part, out Period period)
    {
        period = default;
        if (part.IsEmpty) return Found(Period.Months(year, 1, 12, PeriodSize.Year), out period);
        if (part[0] != '-') return false;
        int number;
        switch (part[1])
        {
            case 'W':
                return TryNumber(part[2..], 1, ISOWeek.GetWeeksInYear(year), out number) && part.Length == 4
                    && Found(Period.Week(ISOWeek.ToDateOnly(year, number, DayOfWeek.Monday)), out period);
            case 'Q':
                return TryNumber(part[2..], 1, 4, out number) && part.Length == 3
                    && Found(Period.Months(year, number * 3 - 2, 3, PeriodSize.Quarter), out period);
            case 'S':
                return TryNumber(part[2..], 1, 2, out number) && part.Length == 3
                    && Found(Period.Months(year, number * 6 - 5, 6, PeriodSize.Half), out period);
            default:
                return TryNumber(part[1..], 1, 12, out number) && part.Length == 3
                    && Found(Period.Months(year, number, 1, PeriodSize.Month), out period);
        }
    }

    private static bool Found(Period found, out Period period)
    {
        period = found;
        return true;
    }
}
