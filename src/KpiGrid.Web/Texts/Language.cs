using Microsoft.Net.Http.Headers;

namespace KpiGrid.Web.Texts;

/// <summary>A language of the pages.</summary>
/// <param name="Tag">How addresses and HTML name it.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="DecimalMark">What stands before decimals.</param>
/// <param name="ThousandsMark">What stands between groups of three digits.</param>
internal sealed record Language(string Tag, string Name, char DecimalMark, char ThousandsMark)
{
    public static Language English { get; } = new("en", "English", '.', ',');
    public static Language Danish { get; } = new("da", "Dansk", ',', '.');
    public static Language Dutch { get; } = new("nl", "Nederlands", ',', '.');

    public static IReadOnlyList<Language> All { get; } = [English, Danish, Dutch];

    /// <summary>The language of a tag; null for any other.</summary>
    public static Language? Of(string? tag) => All.FirstOrDefault(language => language.Tag == tag);

    /// <summary>The first of the languages a reader prefers that there is; else English.</summary>
    public static Language Preferred(IList<string> acceptLanguage) =>
        StringWithQualityHeaderValue.TryParseList(acceptLanguage, out var wanted)
            ? wanted.OrderByDescending(each => each.Quality ?? 1)
                .Select(each => Of(each.Value.ToString().Split('-')[0].ToLowerInvariant()))
                .FirstOrDefault(language => language is not null) ?? English
            : English;
}
