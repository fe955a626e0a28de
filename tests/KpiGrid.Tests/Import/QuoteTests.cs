using Xunit;

namespace KpiGrid.Tests.Import;

public sealed class QuoteTests
{
    private const string Header = "day,site,amount";

    [Fact]
    public void A_quoted_cell_may_hold_delimiters_quotes_and_lines()
    {
        var reads = Reads.Of(Reads.Plain, Header, "2026-03-31,\"a, \"\"b\"\"", "c\",1", "2026-04-30,d,2");
        Assert.Equal([(2L, "1"), (4L, "2")], reads.Rows.Select(row => (row.Line, row.Value.ToString())));
    }

    [Fact]
    public void An_unclosed_quote_costs_its_line_and_no_other()
    {
        var reads = Reads.Of(
            Reads.Plain, Header, "2026-03-31,a,1", "2026-03-31,\"b,2", "2026-03-31,c,3", "2026-03-31,d,4");
        Assert.Equal([(2L, "1"), (4L, "3"), (5L, "4")], reads.Rows.Select(row => (row.Line, row.Value.ToString())));
        Assert.Equal(3, Assert.Single(reads.Errors.First).Line);
    }

    [Fact]
    public void An_unclosed_quote_before_a_sound_one_is_told_on_its_own_line()
    {
        var reads = Reads.Of(Reads.Plain, Header, "2026-03-31,\"a,1", "2026-03-31,\"b\",2", "2026-03-31,c,3");
        Assert.Equal(["2", "3"], reads.Values);
        Assert.Equal(2, Assert.Single(reads.Errors.First).Line);
    }

    [Fact]
    public void Text_behind_a_closing_quote_is_an_error_of_that_line()
    {
        var reads = Reads.Of(Reads.Plain, Header, "2026-03-31,\"a\"b,1", "2026-03-31,c,3");
        Assert.Equal(["3"], reads.Values);
        Assert.Equal(2, Assert.Single(reads.Errors.First).Line);
    }

    [Fact]
    public void A_quote_inside_an_unquoted_cell_is_text() =>
        Assert.Equal(["1"], Reads.Of(Reads.Plain, Header, "2026-03-31,5\" pipe,1").Values);

    [Fact]
    public void Empty_lines_and_both_line_ends_keep_the_physical_lines()
    {
        var reads = Reads.Text(Reads.Plain, $"{Header}\r\n\r\n2026-03-31,a,1\r\n\n2026-03-31,b,x");
        Assert.Equal(3, Assert.Single(reads.Rows).Line);
        Assert.Equal(5, Assert.Single(reads.Errors.First).Line);
    }
}
