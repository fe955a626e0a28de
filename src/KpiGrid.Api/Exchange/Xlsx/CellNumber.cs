using System.Globalization;

namespace KpiGrid.Api.Exchange.Xlsx;

/// <summary>The numbers of cells, from the digits in the file.</summary>
internal static class CellNumber
{
    /// <summary>Spreadsheets compute with 15 digits and show no more; the file holds two that are noise: 1.1299999999999999.</summary>
    private const int Digits = 15;

    private static readonly DateOnly first1900 = new(1899, 12, 30);
    private static readonly DateOnly first1904 = new(1904, 1, 1);

    /// <summary>A number as the spreadsheet shows it; what is beyond any measurement stays as it is.</summary>
    public static string Text(string value)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        var before = 0;
        for (var rest = Math.Abs(number); rest >= 1; rest /= 10) before++;
        for (var rest = Math.Abs(number); before <= 0 && rest is > 0 and < 0.1m; rest *= 10) before--;
        var rounded = Math.Round(number, Math.Clamp(Digits - before, 0, 28));
        return rounded.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    /// <summary>The day of a number of days; a clock time beside it is left out.</summary>
    public static string Day(string value, bool since1904)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) || days is < 1 or > 2_900_000) return value;
        return (since1904 ? first1904 : first1900).AddDays((int)days).ToString("O", CultureInfo.InvariantCulture);
    }
}
