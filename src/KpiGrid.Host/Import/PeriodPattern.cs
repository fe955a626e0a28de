using System.Globalization;

namespace KpiGrid.Host.Import;

/// <summary>Dates in the pattern that the mapping declares.</summary>
internal static class PeriodPattern
{
    public static FieldReader.Reading Read(string text, FieldMap map)
    {
        var culture = map.Culture is null ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(map.Culture);
        return DateOnly.TryParseExact(text, map.Pattern, culture, DateTimeStyles.None, out var day)
            ? new(day.ToString("O", CultureInfo.InvariantCulture), null)
            : new(null, $"This is no date of the form {map.Pattern}");
    }
}
