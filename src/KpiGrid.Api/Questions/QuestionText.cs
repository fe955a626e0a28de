using System.Globalization;
using System.Text.RegularExpressions;

namespace KpiGrid.Api.Questions;

/// <summary>Reads the parameters that several questions share, and says what is wrong with each.</summary>
internal static partial class QuestionText
{
    private const int YearMin = 1900;
    private const int YearMax = 2999;

    public static KpiCode Kpi(string? text, QuestionErrors errors)
    {
        if (text is null) errors.Refuse("kpi", null, "kpi-required", "Name the KPI, such as kpi=CDW-DIV.");
        else if (!KpiCode.TryParse(text, out var code))
            errors.Unknown("kpi", text, "kpi-unknown", "No KPI has such a code; GET /v1/kpis lists those there are.");
        else return code;
        return default;
    }

    /// <summary>Municipalities and regions, at least one.</summary>
    public static IReadOnlyList<PlaceRef> Places(string[]? texts, int max, QuestionErrors errors)
    {
        var places = new List<PlaceRef>();
        if (texts is null or [])
            errors.Refuse("place", null, "place-required",
                "Name places, such as place=regions/a&place=municipalities/DK-0615.");
        if (texts?.Length > max)
            errors.Refuse("place", null, "too-many-places", $"Name at most {max} places.");
        foreach (var text in (texts ?? []).Take(max))
        {
            if (PlaceRef.TryParse(text, out var place)) places.Add(place);
            else errors.Refuse("place", text, "place-unreadable", "Write regions/id or municipalities/CODE.");
        }
        return places;
    }

    /// <summary>The half-open range [from, to); null and errors when it is none.</summary>
    public static DayRange? Days(string? from, string? to, QuestionErrors errors)
    {
        var (first, end) = (Day("from", from, errors), Day("to", to, errors));
        if (first is null || end is null) return null;
        if (first < end) return DayRange.Between(first.Value, end);
        errors.Refuse("to", to, "range-empty", "Ranges are half-open: let `to` be after `from`.");
        return null;
    }

    public static ClassId? Class(string? text, QuestionErrors errors)
    {
        if (text is null) return null;
        if (ClassId.TryParse(text, out var id)) return id;
        errors.Refuse("class", text, "class-unreadable", "A class is written [a-z0-9-]{1,48}.");
        return null;
    }

    public static PushToken? Token(string? text, QuestionErrors errors)
    {
        if (text is null) return null;
        if (PushToken.TryParse(text, out var token)) return token;
        errors.Refuse("atLeast", text, "token-unreadable", "Send the token of a receipt as it was given.");
        return null;
    }

    /// <summary>An instant at least so old.</summary>
    public static DateTimeOffset? AsOf(string? text, DateTimeOffset now, TimeSpan age, QuestionErrors errors) =>
        Past("asOf", text, now, age, "as-of-too-recent", errors);

    public static DateTimeOffset? Past(
        string field, string? text, DateTimeOffset now, TimeSpan age, string code, QuestionErrors errors)
    {
        if (Instant(field, text, errors) is not { } instant) return null;
        if (now - instant >= age) return instant;
        errors.Refuse(field, text, code, $"Ask for an instant at least {age.TotalSeconds:0} s ago.");
        return null;
    }

    public static DateTimeOffset? Instant(string field, string? text, QuestionErrors errors)
    {
        if (text is null) return null;
        // A plus sign that was not encoded arrives as a space.
        var written = text.Replace(' ', '+');
        if (InstantForm().IsMatch(written)
            && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return instant;
        errors.Refuse(field, text, "instant-unreadable", "Write an instant with offset, such as 2026-05-21T12:00:00Z.");
        return null;
    }

    /// <summary>A number of items from 1 to a limit.</summary>
    public static int Limit(string? text, int usual, int max, QuestionErrors errors, string field = "limit")
    {
        if (text is null) return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit >= 1 && limit <= max)
            return limit;
        errors.Refuse(field, text, $"{field}-out-of-range", $"Give a number from 1 to {max}.");
        return usual;
    }

    public static DateOnly? Day(string field, string? text, QuestionErrors errors)
    {
        if (text is null)
            errors.Refuse(field, null, $"{field}-required",
                $"Give a day, such as {field}=2026-01-01; `to` is not included.");
        else if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day))
            errors.Refuse(field, text, "day-unreadable", "Write a day as YYYY-MM-DD.");
        else if (day.Year is < YearMin or > YearMax)
            errors.Refuse(field, text, "day-out-of-range", $"Days run from {YearMin} to {YearMax}.");
        else return day;
        return null;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex InstantForm();
}
