using KpiGrid.Host.Import;
using Xunit;

namespace KpiGrid.Tests.Import;

public sealed class FieldReaderTests
{
    private const string Header = "day,site,amount";

    [Fact]
    public void A_label_becomes_its_code_and_an_unmapped_one_is_an_error()
    {
        var map = Reads.WithField("class", """{"column":"site","labels":{"Træ":"wood"}}""");
        var reads = Reads.Of(map, Header, "2026-03-31,Træ,1", "2026-03-31,Glas,2");
        Assert.Equal("wood", Assert.Single(reads.Rows).Class);
        Assert.Equal((3, "site", "Glas"), reads.Errors.First.Select(e => (e.Line, e.Column, e.Value)).Single());
    }

    [Theory]
    [InlineData("TDS - MRF", "tds-mrf")]
    [InlineData("Værløse Øst", "vaerloese-oest")]
    [InlineData("'s-Gravenhage", "s-gravenhage")]
    [InlineData("INSPIRATION/GUNNISAN", "inspiration-gunnisan")]
    [InlineData("Zürich (Kreis 4)", "zurich-kreis-4")]
    public void A_slug_is_made_of_a_label(string label, string slug) => Assert.Equal(slug, Slug.Of(label));

    [Fact]
    public void A_code_is_padded_and_prefixed_by_a_declared_rule()
    {
        var map = Reads.WithField("municipality", """{"column":"site","pad":4,"prefix":"DK-"}""");
        Assert.Equal("DK-0615", Assert.Single(Reads.Of(map, Header, "2026,615,1").Rows).Municipality);
    }

    [Fact]
    public void A_date_is_read_by_its_declared_pattern()
    {
        var map = Reads.Plain.Replace(
            """{"column":"day"}""", """{"column":"day","pattern":"d. MMM yyyy","culture":"da"}""");
        var reads = Reads.Of(map, Header, "31. mar. 2026,a,1", "2026-03-31,a,1");
        Assert.Equal("2026-03-31", Assert.Single(reads.Rows).Period);
        Assert.Equal(3, Assert.Single(reads.Errors.First).Line);
    }

    [Fact]
    public void The_text_NA_is_a_code_unless_declared_missing()
    {
        var map = Reads.WithField("note", """{"column":"site"}""");
        Assert.Equal("NA", Assert.Single(Reads.Of(map, Header, "2026,NA,1").Rows).Note);
    }

    [Fact]
    public void A_bare_ton_is_asked_about()
    {
        var map = Reads.WithField("unit", """{"column":"site"}""");
        var error = Assert.Single(Reads.Of(map, Header, "2026,ton,1").Errors.First);
        Assert.Contains("ston", error.Remedy, StringComparison.Ordinal);
    }
}
