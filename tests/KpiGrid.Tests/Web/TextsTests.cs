using System.Reflection;
using System.Text.RegularExpressions;
using KpiGrid.Web.Texts;
using Xunit;

namespace KpiGrid.Tests.Web;

/// <summary>A language that lacks a text does not compile; what a compiler cannot see is seen here.</summary>
public sealed partial class TextsTests
{
    private static readonly IReadOnlyList<Words> all = [.. Language.All.Select(Words.Of)];

    [Fact]
    public void No_text_is_empty_in_any_language() => Assert.All(all, words => Assert.All(Texts(words), text =>
        Assert.False(string.IsNullOrWhiteSpace(text.Value), $"{words.Language.Tag} {text.Key} is empty")));

    [Fact]
    public void Every_language_has_the_same_texts_with_the_same_places_to_fill()
    {
        var english = Texts(all[0]);
        Assert.True(english.Count > 200);
        foreach (var words in all.Skip(1))
        {
            var texts = Texts(words);
            Assert.Equal(english.Keys.Order(), texts.Keys.Order());
            Assert.All(english, text => Assert.True(Places(text.Value) == Places(texts[text.Key]),
                $"{words.Language.Tag} {text.Key}: {texts[text.Key]}"));
        }
    }

    /// <summary>A text forgotten in English would be found by nothing else.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Few_texts_are_the_same_as_in_English(int language)
    {
        var english = Texts(all[0]);
        var same = Texts(all[language]).Where(text => text.Value == english[text.Key] && text.Value.Length > 6).ToList();
        Assert.True(same.Count < english.Count / 25, string.Join(", ", same.Select(text => $"{text.Key} {text.Value}")));
    }

    [Fact]
    public void A_language_is_that_of_its_tag()
    {
        Assert.Equal(["en", "da", "nl"], all.Select(words => words.Language.Tag));
        Assert.Equal(["Sign out", "Log ud", "Afmelden"], all.Select(words => words.Frame.SignOut));
    }

    [Theory]
    [InlineData("da-DK,da;q=0.9,en;q=0.8", "da")]
    [InlineData("fr, nl-BE;q=0.7, en;q=0.3", "nl")]
    [InlineData("de", "en")]
    [InlineData("", "en")]
    [InlineData(";;q=?", "en")]
    public void The_language_is_the_first_a_browser_prefers_that_there_is(string accepts, string tag) =>
        Assert.Equal(tag, Language.Preferred([accepts]).Tag);

    private static SortedDictionary<string, string> Texts(Words words)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in typeof(Words).GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.PropertyType.Name.EndsWith("Words", StringComparison.Ordinal)))
            foreach (var text in group.PropertyType.GetProperties().Where(property => property.Name != "EqualityContract"))
                foreach (var (key, value) in Values(text.GetValue(group.GetValue(words))))
                    texts.Add($"{group.Name}.{text.Name}{key}", value);
        return texts;
    }

    private static IEnumerable<(string Key, string Value)> Values(object? value) => value switch
    {
        string text => [("", text)],
        IReadOnlyList<string> list => list.Index().Select(each => ($"[{each.Index}]", each.Item)),
        IReadOnlyDictionary<string, string> named => named.Select(each => ($"[{each.Key}]", each.Value)),
        IReadOnlyDictionary<string, Counted> named => named.SelectMany(each =>
            Values(each.Value).Select(form => ($"[{each.Key}]{form.Key}", form.Value))),
        Counted count => [(".One", count.One), (".Many", count.Many)],
        HelpTopic topic =>
        [
            (".Title", topic.Title), (".Lead", topic.Lead),
            .. topic.Steps.Index().Select(step => ($"[{step.Index}]", $"{step.Item.Head}: {step.Item.Text}")),
        ],
        _ => throw new InvalidOperationException($"{value} is no text"),
    };

    private static string Places(string text) =>
        string.Join(' ', Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
