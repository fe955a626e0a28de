using System.Globalization;

namespace KpiGrid;

/// <summary>Gathers what is wrong with one document; stops at <see cref="ProblemsMax"/>.</summary>
internal sealed class Problems
{
    public const int ProblemsMax = 100;
    private const int WebAddressMax = 2_000;

    private readonly List<Problem> found = [];

    public IReadOnlyList<Problem> Found => found.ToArray();

    public bool None => found.Count == 0;

    public void Add(string field, object? value, string code, string remedy)
    {
        if (found.Count < ProblemsMax) found.Add(new(field, value?.ToString(), code, remedy));
    }

    public void Require(bool holds, string field, object? value, string code, string remedy)
    {
        if (!holds) Add(field, value, code, remedy);
    }

    public void Count(int count, int max, string field) =>
        Require(count <= max, field, count, "too-many", $"Give at most {max}.");

    public void Name(string field, string text)
    {
        Require(!string.IsNullOrWhiteSpace(text), field, null, "text-required", "Give a text.");
        Text(field, text, PlainText.NameMax);
    }

    public void Text(string field, string? text, int lengthMax)
    {
        if (text is null) return;
        Require(text.Length <= lengthMax, field, text.Length, "text-too-long", $"Use at most {lengthMax} characters.");
        Require(PlainText.HasWholeCharacters(text), field, null, "text-unreadable", "Send whole Unicode characters.");
        Require(!text.Any(c => c != '\n' && PlainText.IsHidden(c)), field, null, "text-hidden-characters",
            "Leave out control characters, zero-width characters and direction marks.");
    }

    /// <summary>An address that a browser opens.</summary>
    public void WebAddress(string field, string text)
    {
        Text(field, text, WebAddressMax);
        Require(Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp),
            field, null, "url-not-allowed", "Give an address that begins with https:// or http://.");
    }

    /// <summary>A half-open range of days, from 1900 on and not empty.</summary>
    public bool Days(string field, DateOnly from, DateOnly? to)
    {
        if (!Day($"{field}.from", from)) return false;
        Require(to is null || to > from, $"{field}.to", Text(to), "range-empty",
            "Ranges are half-open: let `to` be after `from`, or null.");
        return to is null || to > from;
    }

    public bool Day(string field, DateOnly day)
    {
        Require(day.Year >= 1900, field, Text(day), "date-missing", "Give a date from 1900-01-01 on.");
        return day.Year >= 1900;
    }

    /// <summary>No two ranges of one key share a day; false names the later one.</summary>
    public bool Apart<TKey>(string field, IEnumerable<(int Index, TKey Key, DayRange Days)> ranges)
        where TKey : IComparable<TKey>
    {
        var none = true;
        (int Index, TKey Key, DayRange Days)? before = null;
        foreach (var range in ranges.OrderBy(range => range.Key).ThenBy(range => range.Days.First))
        {
            if (before is { } last && last.Key.CompareTo(range.Key) == 0 && last.Days.Overlaps(range.Days))
            {
                none = false;
                Add($"{field}[{range.Index}]", range.Days, "ranges-overlap",
                    $"Let it begin after [{last.Index}] has ended: both hold on {range.Days.First:O}.");
            }
            before = range;
        }
        return none;
    }

    private static string? Text(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
