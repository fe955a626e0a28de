using Xunit;

namespace KpiGrid.Tests.Import;

public sealed class RowIdTests
{
    private const string Header = "day,site,amount";

    [Fact]
    public void The_same_rows_get_the_same_ids_again()
    {
        string[] lines = [Header, "2026-03-31,a,1", "2026-03-31,b,2"];
        Assert.Equal(Reads.Of(Reads.Plain, lines).Rows, Reads.Of(Reads.Plain, lines).Rows);
    }

    [Fact]
    public void Equal_keys_are_numbered_in_the_order_of_the_file()
    {
        var ids = Reads.Of(Reads.Plain, Header, "2026-03-31,a,1", "2026-03-31,b,2", "2026-03-31,a,1").Rows
            .Select(row => row.Id).ToList();
        Assert.Equal(ids[0][..^2] + "-2", ids[2]);
        Assert.EndsWith("-1", ids[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_value_is_no_part_of_the_key() => Assert.Equal(
        Reads.Of(Reads.Plain, Header, "2026-03-31,a,1").Rows[0].Id,
        Reads.Of(Reads.Plain, Header, "2026-03-31,a,7").Rows[0].Id);

    [Fact]
    public void A_blank_filled_in_later_does_not_move_the_ids_of_others()
    {
        var before = Reads.Of(Reads.Plain, Header, "2026-03-31,a,", "2026-03-31,a,2").Rows[0];
        var after = Reads.Of(Reads.Plain, Header, "2026-03-31,a,1", "2026-03-31,a,2").Rows[1];
        Assert.Equal(before, after);
    }

    [Fact]
    public void Cells_do_not_run_into_each_other()
    {
        var map = Reads.Plain.Replace("\"day\",\"site\"", "\"site\",\"x\"");
        var rows = Reads.Of(map, "day,site,x,amount", "2026,ab,c,1", "2026,a,bc,1").Rows;
        Assert.NotEqual(rows[0].Id[..^2], rows[1].Id[..^2]);
    }

    [Fact]
    public void An_id_is_stable_over_versions_of_the_program() => Assert.Equal(
        // SHA-256 of the key cells and the column's name, each behind its length in four bytes; worked out elsewhere.
        "t-728ce4f6e2f930d13980f433878ccde6-1", Reads.Of(Reads.Plain, Header, "2026-03-31,a,1").Rows[0].Id);

    [Fact]
    public void An_id_of_the_file_is_kept()
    {
        var map = Reads.WithField("id", """{"column":"site"}""");
        Assert.Equal("wb-17", Assert.Single(Reads.Of(map, Header, "2026-03-31,wb-17,1").Rows).Id);
    }

    [Fact]
    public void The_longest_prefix_leaves_a_valid_id()
    {
        var map = Reads.Plain.Replace("\"t\"", "\"abcdefghijklmnopqrst\"");
        Assert.True(MeasurementId.TryParse(Reads.Of(map, Header, "2026-03-31,a,1").Rows[0].Id, out _));
    }
}
