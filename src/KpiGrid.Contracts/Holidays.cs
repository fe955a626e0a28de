namespace KpiGrid;

/// <summary>Public holidays of Denmark, the Netherlands and Belgium, computed.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>DK: the holidays of the national church as left by the ordinance of 26 October 1770 (New Year's Day, Maundy
/// Thursday, Good Friday, Easter, Ascension Day, Whitsun, Christmas Day and the day after). Great Prayer Day, the fourth
/// Friday after Easter, until 2023: it was abolished from 2024 by act no. 214 of 6 March 2023. Constitution Day and
/// Christmas Eve are not public holidays by law.</item>
/// <item>NL: the generally recognised holidays of article 3 of the Algemene termijnenwet, Good Friday, which its second
/// paragraph puts on a par with them, included. The King's birthday is kept on 27 April, or on the 26th when that is a
/// Sunday; until 2013 the Queen's on 30 April, or on the 29th.</item>
/// <item>BE: the ten days of article 1 of the royal decree of 18 April 1974 under the act of 4 January 1974 on public
/// holidays. What a region or an employer keeps beside them is not counted.</item>
/// </list>
/// Rules are those of the year asked, from 1980 on; of earlier years today's rules are answered where they have changed.
/// Other countries have no calendar here: only their Saturdays and Sundays are not worked.
/// </remarks>
public static class Holidays
{
    private const int AscensionDay = 39, WhitMonday = 50;

    /// <summary>Whether there is a calendar for a country, by its two letters.</summary>
    public static bool IsKnown(string country) => country is "DK" or "NL" or "BE";

    /// <summary>Whether a day is a public holiday, by the country's two letters.</summary>
    public static bool IsHoliday(string country, DateOnly day)
    {
        var easter = day.DayNumber - Easter.Sunday(day.Year).DayNumber;
        return country switch
        {
            "DK" => IsDanish(day, easter),
            "NL" => IsDutch(day, easter),
            "BE" => IsBelgian(day, easter),
            _ => false,
        };
    }

    private static bool IsDanish(DateOnly day, int easter) =>
        easter is -3 or -2 or 0 or 1 or AscensionDay or 49 or WhitMonday
        || (easter == 26 && day.Year < 2024)
        || (day.Month, day.Day) is (1, 1) or (12, 25) or (12, 26);

    private static bool IsDutch(DateOnly day, int easter) =>
        easter is -2 or 1 or AscensionDay or WhitMonday
        || day == Birthday(day.Year)
        || (day.Month, day.Day) is (1, 1) or (5, 5) or (12, 25) or (12, 26);

    private static bool IsBelgian(DateOnly day, int easter) =>
        easter is 1 or AscensionDay or WhitMonday
        || (day.Month, day.Day) is (1, 1) or (5, 1) or (7, 21) or (8, 15) or (11, 1) or (11, 11) or (12, 25);

    private static DateOnly Birthday(int year)
    {
        var day = new DateOnly(year, 4, year < 2014 ? 30 : 27);
        return day.DayOfWeek == DayOfWeek.Sunday ? day.AddDays(-1) : day;
    }
}
