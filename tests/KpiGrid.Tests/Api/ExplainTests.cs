using System.Buffers.Text;
using CsCheck;
using KpiGrid.Api.Explain;
using KpiGrid.Api.Totals;
using Xunit;
using static KpiGrid.Tests.Api.Given;

namespace KpiGrid.Tests.Api;

public sealed class ExplainTests
{
    private static readonly MunicipalityId[] Places = [MunicipalityId.Parse("DK-0615"),
        MunicipalityId.Parse("DK-0740")];

    [Fact]
    public void The_parts_of_all_pages_add_up_to_the_total() =>
        Gen.Select(Gen.Long[-1_000, 1_000].Array[1, 7].Array[1, 5], Gen.Int[1, 9]).SampleAsync(async (amounts, limit) =>
        {
            var pilots = amounts.Index().ToDictionary(
                at => new PilotAt(PilotId.Parse($"p{at.Index}"), at.Index + 1),
                IReadOnlyList<ExplainLine> (at) => [.. at.Item.Select((amount, line) => Line($"m{line}", amount))]);
            var total = ExplainTotal.Of(Kpi(), Quarter, false, [.. pilots.Values.SelectMany(lines => lines)],
                version => version);

            var told = new List<ExplainLine>();
            ExplainPage page = new([], 0, [.. pilots.Keys]);
            do
            {
                page = await ExplainPages.Take(page.Left, page.Told, limit, pilot => Task.FromResult(pilots[pilot]));
                Assert.InRange(page.Lines.Count, 1, limit);
                told.AddRange(page.Lines);
            }
            while (page.Left.Count > 0);

            Assert.Equal(pilots.Values.SelectMany(lines => lines), told);
            var parts = told.SelectMany(line => line.Parts).ToList();
            Assert.Equal(parts.Aggregate(Amount.Zero, (sum, part) => sum + part.A), total.Value);
            Assert.Equal(parts.Count, total.N);
        });

    [Fact]
    public void Only_pilots_of_the_page_are_asked()
    {
        var asked = new List<string>();
        PilotAt[] pilots = [.. Enumerable.Range(0, 4).Select(at => new PilotAt(PilotId.Parse($"p{at}"), 1))];
        var page = ExplainPages.Take(pilots, 1, 3, pilot =>
        {
            asked.Add(pilot.Pilot.Value);
            return Task.FromResult<IReadOnlyList<ExplainLine>>([Line("a", 1), Line("b", 2)]);
        });
        Assert.True(page.IsCompletedSuccessfully);
        Assert.Equal(["p0", "p1"], asked);
    }

    [Fact]
    public void A_pilot_counts_measurements_and_a_place_its_parts()
    {
        ExplainLine[] lines = [Line("a", 10), Line("b", 20)];
        Assert.Equal(2, ExplainTotal.Of(Kpi(), Quarter, true, lines, version => version).N);
        var total = ExplainTotal.Of(Kpi(), Quarter, false, lines, version => version);
        Assert.Equal((4, Of("60"), "2026-Q1", null), (total.N, total.Value, total.Period, total.Coverage));
    }

    [Fact]
    public void Versions_that_do_not_compare_are_a_break()
    {
        ExplainLine[] lines = [Line("a", 10), Line("b", 20, definition: 2)];
        Assert.Null(ExplainTotal.Of(Kpi(), Quarter, true, lines, version => version).Value);
        Assert.Equal(Of("60"), ExplainTotal.Of(Kpi(), Quarter, true, lines, _ => 1).Value);
    }

    [Fact]
    public void A_version_is_of_the_series_of_the_one_before_when_it_says_so()
    {
        var series = DefinitionSeries.Series([(1, []), (2, [1]), (3, [1]), (4, [2, 3])]);
        Assert.Equal([(1, 1), (2, 1), (3, 3), (4, 3)], series.Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public void A_conversion_is_told_where_there_was_one()
    {
        var line = Line("a", 1, sent: new Sent("1000", "kg"));
        Assert.Equal("1000 kg = 1 t", EntryAnswer.Of(line.Entry, KpiKind.Flow).Conversion);
        Assert.Null(EntryAnswer.Of(Line("a", 1, sent: new Sent("1", "t")).Entry, KpiKind.Flow).Conversion);
        Assert.Null(EntryAnswer.Of(Line("a", 1).Entry, KpiKind.Flow).Conversion);
    }

    [Fact]
    public void A_cursor_comes_back_as_it_was_and_fits_an_address()
    {
        var cursor = Cursor(500);
        var text = cursor.Text();
        Assert.True(text.Length < 7_000, $"{text.Length}");
        Assert.True(ExplainCursor.TryParse(text, out var back));
        Assert.Equal((cursor.Question, cursor.MembersAt, cursor.Told), (back.Question, back.MembersAt, back.Told));
        Assert.Equal(cursor.Pilots, back.Pilots);
        Assert.Equal(cursor.Total.Value, back.Total.Value);
        Assert.Equal(text, back.Text());
    }

    [Fact]
    public void A_damaged_cursor_is_refused()
    {
        var text = Cursor(3).Text();
        Assert.All(Enumerable.Range(0, text.Length), length =>
            Assert.False(ExplainCursor.TryParse(text[..length], out _)));
        Gen.String[0, 80].Sample(any => IsWholeOrNone(any));
        Gen.Byte.Array[0, 60].Sample(any => IsWholeOrNone(Base64Url.EncodeToString([1, .. any])));
    }

    private static bool IsWholeOrNone(string text) =>
        !ExplainCursor.TryParse(text, out var cursor) || (cursor.Pilots.Count > 0 && cursor.Told >= 0);

    private static ExplainCursor Cursor(int pilots) => new()
    {
        Question = ExplainCursor.QuestionOf("regions/ncc", KpiCode.Parse("CDW-DIV"), Quarter, null),
        MembersAt = new DateTimeOffset(2026, 5, 21, 9, 0, 0, TimeSpan.Zero),
        Total = new PeriodAnswer { Period = "2026-Q1", Value = Of("142.5"), N = 7, Marks = ["clipped"] },
        Told = 40,
        Pilots = [.. Enumerable.Range(0, pilots)
            .Select(at => (ExplainCursor.MarkOf(PilotId.Parse($"pilot-{at}")), 1_000L + at))],
    };

    private static ExplainLine Line(string id, long amount, int definition = 1, Sent? sent = null) => new()
    {
        Entry = new()
        {
            Stream = new(PilotId.Parse("p"), KpiCode.Parse("CDW-DIV"), null, null),
            Sent = new()
            {
                Id = MeasurementId.Parse(id),
                Kpi = KpiCode.Parse("CDW-DIV"),
                Period = "2026-Q1",
                Value = sent is null ? Amount.Of(amount) : Of(sent.Value),
                Unit = sent?.Unit,
            },
            Days = Quarter,
            A = Amount.Of(amount),
            B = Amount.Zero,
            Unit = "t",
            Definition = definition,
            Revision = 1,
            Kind = RevisionKind.Initial,
            Author = "a",
            RecordedAt = DateTimeOffset.UnixEpoch,
            Sequence = 1,
        },
        Parts = [.. Places.Select(place => new ExplainPart(place, 1, 2, Amount.Of(amount), Amount.Zero))],
        Rule = "whole",
    };

    private sealed record Sent(string Value, string Unit);
}
