using CsCheck;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Texts;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Web;

public sealed class WordsTests
{
    private static readonly Words english = Words.Of(Language.English);
    private static readonly Words danish = Words.Of(Language.Danish);
    private static readonly Words dutch = Words.Of(Language.Dutch);

    [Theory]
    [InlineData("1234567.25", "1,234,567.25", "1.234.567,25")]
    [InlineData("999", "999", "999")]
    [InlineData("1000", "1,000", "1.000")]
    [InlineData("-0.5", "−0.5", "−0,5")]
    [InlineData("-123456", "−123,456", "−123.456")]
    [InlineData("0", "0", "0")]
    public void A_number_has_the_marks_of_the_language(string amount, string inEnglish, string inDanish)
    {
        Assert.Equal(inEnglish, english.Number(A(amount)));
        Assert.Equal(inDanish, danish.Number(A(amount)));
        Assert.Equal(inDanish, dutch.Number(A(amount)));
    }

    [Fact]
    public void What_is_written_is_read_back_exactly() => Amounts.Sample(amount =>
    {
        foreach (var words in (Words[])[english, danish, dutch])
        {
            Assert.True(NumberStyle.TryOf(words.Language.Tag, out var style));
            Assert.True(style.TryRead(words.Number(amount).Replace('−', '-'), out var read, out _));
            Assert.Equal(amount, read);
        }
    });

    [Theory]
    [InlineData("2026-03-01", "1 March 2026", "1. marts 2026", "1 maart 2026")]
    [InlineData("2026-11", "November 2026", "november 2026", "november 2026")]
    [InlineData("2026-Q4", "Q4 2026", "4. kvartal 2026", "4e kwartaal 2026")]
    [InlineData("2026-S2", "second half of 2026", "2. halvår 2026", "2e halfjaar 2026")]
    [InlineData("2026", "2026", "2026", "2026")]
    [InlineData("2026-W53", "week 53 of 2026", "uge 53, 2026", "week 53, 2026")]
    [InlineData("2026-11-02/2026-11-05", "2 November 2026 to 4 November 2026", "2. november 2026 til 4. november 2026",
        "2 november 2026 t/m 4 november 2026")]
    public void A_period_is_told_as_people_say_it(string period, string inEnglish, string inDanish, string inDutch) =>
        Assert.Equal([inEnglish, inDanish, inDutch],
            new[] { english, danish, dutch }.Select(words => words.Of(Period.Parse(period))));

    [Fact]
    public void A_value_keeps_its_unit_on_the_line()
    {
        var answer = new PeriodAnswer { Period = "2026", Value = A("1250.5"), Shown = A("1250.5") };
        Assert.Equal("1.250,5\u00A0t", danish.Value(answer, "t"));
        Assert.Equal("1,250.5\u00A0people", english.Value(answer, "person"));
        Assert.Equal("1.250,5\u00A0kg\u00A0CO₂e/m²/a", dutch.Value(answer, "kgCO2e/m2/a"));
        Assert.Equal("1,250.5", english.Value(answer, "1"));
        Assert.Equal(["1\u00A0building", "1\u00A0bygning", "1\u00A0gebouw"],
            new[] { english, danish, dutch }.Select(words => words.With("1", "building")));
    }

    [Fact]
    public void Money_in_two_currencies_is_two_amounts_and_no_sum()
    {
        var answer = new PeriodAnswer
        {
            Period = "2026", Amounts = [new("DKK", A("1650000"), 5), new("EUR", A("12500"), 1)],
        };
        Assert.Equal("1.650.000\u00A0DKK + 12.500\u00A0EUR", dutch.Value(answer, "money"));
    }

    [Fact]
    public void Coverage_and_marks_are_said_in_words()
    {
        var answer = new PeriodAnswer
        {
            Period = "2026", Coverage = new(7, 9, null), Marks = ["in-progress", "inside-quarter-figure"], Estimated = A("0.256"),
            Provisional = true,
        };
        Assert.Equal("7 of 9 reported", english.Coverage(answer.Coverage));
        Assert.Null(english.Coverage(new(0, 0, null)));
        Assert.Equal(["in progress", "inside a quarter figure", "provisional", "26 % estimated"], english.Marks(answer));
    }
}
