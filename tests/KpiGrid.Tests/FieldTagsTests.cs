using Xunit;

namespace KpiGrid.Tests;

public sealed class FieldTagsTests
{
    private static readonly KpiCode kpi = KpiCode.Parse("ORG-COMP");
    private static readonly DayRange year = DayRange.Between(new(2026, 1, 1), new(2027, 1, 1));

    [Fact]
    public void A_kpi_is_in_the_fields_of_its_streams_and_else_in_those_of_its_pilot()
    {
        var pilot = Pilot(["citizens", "waste", "companies"], Stream("2026-01-01", null, "companies"));
        Assert.Equal(["companies"], FieldTags.Of(pilot, kpi, year));
        Assert.Equal(["companies", "citizens"], FieldTags.Of(pilot, KpiCode.Parse("EVT-N"), year));
        Assert.Equal(["companies", "citizens"], FieldTags.Of(Pilot(["citizens", "companies"], Stream("2026-01-01", null, "waste")), kpi, year));
        Assert.Empty(FieldTags.Of(Pilot(["waste"]), kpi, year));
    }

    [Fact]
    public void A_tag_holds_as_long_as_its_stream_is_declared()
    {
        var pilot = Pilot([], Stream("2025-01-01", "2026-01-01", "education"), Stream("2026-01-01", null, "citizens"));
        Assert.Equal(["citizens"], FieldTags.Of(pilot, kpi, year));
        Assert.Equal(["education", "citizens"], FieldTags.Of(pilot, kpi, DayRange.Always));
    }

    [Fact]
    public void A_tag_of_a_stream_is_a_text()
    {
        var pilot = Pilot([], Stream("2026-01-01", null, " ", new string('x', 1_000)));
        Assert.Equal(["kpis[0].tags[0]", "kpis[0].tags[1]"], pilot.Check().Select(problem => problem.Field)
            .Where(field => field.Contains("tags", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_stream_without_tags_is_the_same_document_as_before() =>
        Assert.DoesNotContain("tags", System.Text.Json.JsonSerializer.Serialize(Stream("2026-01-01", null) with { Tags = null }, KpiGridJson.Options), StringComparison.Ordinal);

    private static PilotFacts Pilot(string[] tags, params DeclaredStream[] streams) => new() { Name = "p", Tags = tags, Kpis = streams };

    private static DeclaredStream Stream(string from, string? to, params string[] tags) => new()
    {
        Kpi = kpi, From = Day(from), To = to is null ? null : Day(to), Tags = tags,
    };

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
