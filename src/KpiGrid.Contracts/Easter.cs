namespace KpiGrid;

/// <summary>The day of Easter, from which movable holidays are counted.</summary>
public static class Easter
{
    /// <summary>Easter Sunday of a year, 1583 to 9998: the Sunday after the first ecclesiastical full moon from 21 March on.</summary>
    /// <remarks>The Gregorian computus, in whole numbers: golden number, corrections of the century, age of the moon.</remarks>
    public static DateOnly Sunday(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        var (golden, century) = (year % 19, year / 100);
        var sunCorrection = century - (century / 4);
        var moonCorrection = ((8 * century) + 13) / 25;
        var epact = ((19 * golden) + sunCorrection - moonCorrection + 15) % 30;
        // Two of the thirty ages would put a full moon on a day that the calendar of moons does not have.
        var fullMoon = epact - (epact == 29 || (epact == 28 && golden > 10) ? 1 : 0);
        var moonDay = new DateOnly(year, 3, 21).AddDays(fullMoon);
        return moonDay.AddDays(7 - (int)moonDay.DayOfWeek);
    }
}
