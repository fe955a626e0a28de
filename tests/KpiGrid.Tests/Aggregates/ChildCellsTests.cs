using KpiGrid.Silo.Aggregates;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Aggregates;

public sealed class ChildCellsTests
{
    private readonly ChildCells parent = new();
    private readonly ToldChild child = new("DK-0615");

    public ChildCellsTests()
    {
        for (var day = 0; day < 5; day++) child.Set(Key(DayRange.Of(Day(day))), Value("1"));
    }

    [Fact]
    public void A_delta_upon_what_is_held_is_taken()
    {
        Assert.Equal((true, false, 3), Apply(child.Delta(0, 3)));
        Assert.Equal((true, false, 5), Apply(child.Delta(3, 5)));
    }

    /// <summary>
    /// Two activations of one municipality, of which each has what the other lacks: upon the second's whole, the first's
    /// delta would count as everything and lack a pilot.
    /// </summary>
    [Fact]
    public void A_delta_upon_less_than_is_held_asks_for_the_whole_since_what_is_held_may_be_anothers()
    {
        Apply(child.Whole(3));

        Assert.Equal((false, true, 3), Apply(child.Delta(2, 4)));
        Assert.Equal((true, false, 4), Apply(child.Whole(4)));
    }

    /// <summary>What came after the backup is gone, and may have gone to places that the pilot now has nothing to do with.</summary>
    [Fact]
    public void A_child_from_before_a_restore_is_not_heard()
    {
        var restored = new ChildCells(epoch: child.Whole(3).Version.Epoch + 1);

        Assert.Throws<InvalidOperationException>(() => restored.Apply(child.Whole(3), out _));
        Assert.Empty(restored.All);
    }

    [Fact]
    public void A_delta_upon_something_not_held_asks_for_the_whole()
    {
        Assert.Equal((false, true, 0), Apply(child.Delta(2, 3)));
        Assert.Equal((true, false, 3), Apply(child.Whole(3)));
        Assert.Equal((false, true, 3), Apply(child.Delta(4, 5)));
    }

    [Fact]
    public void What_is_not_newer_changes_nothing()
    {
        Apply(child.Whole(3));

        Assert.Equal((false, false, 3), Apply(child.Whole(3)));
        Assert.Equal((false, false, 3), Apply(child.Whole(2)));
        Assert.Equal((false, false, 3), Apply(child.Delta(1, 2)));
        Assert.Equal((false, false, 3), Apply(child.Delta(2, 3)));
    }

    [Fact]
    public void Another_history_of_the_same_length_is_taken_whole_only()
    {
        Apply(child.Whole(3));
        var other = child.Version(3) with { Digest = 99 };

        Assert.Equal((false, true, 3), Apply(child.Delta(2, 3) with { Version = other }));
        Assert.Equal((false, true, 3), Apply(child.Delta(3, 4) with { Base = other }));
        Assert.Equal((true, false, 3), Apply(child.Whole(3) with { Version = other }));
        Assert.Equal(other, parent.Holds(child.Id));
    }

    [Fact]
    public void A_restored_store_counts_from_its_epoch_whatever_the_count()
    {
        Apply(child.Whole(5));
        var restored = child.Version(3) with { Epoch = 2 };

        Assert.Equal((true, false, 3), Apply(child.Whole(3) with { Version = restored }));
        Assert.Equal((false, false, 3), Apply(child.Whole(5)));
        Assert.Equal((2L, 3L), (parent.Version.Epoch, parent.Version.Count));
    }

    [Fact]
    public void The_version_of_all_is_the_sum_of_the_children()
    {
        var other = new ToldChild("DK-0740");
        other.Set(Key(DayRange.Of(Day(1))), Value("1"));
        Apply(child.Whole(4));
        Apply(other.Whole(1));
        Apply(child.Delta(4, 5));

        Assert.Equal(child.Version(5).With(other.Version(1)), parent.Version);
    }

    [Fact]
    public void A_whole_report_takes_out_what_it_does_not_name()
    {
        Apply(child.Whole(3));
        for (var day = 0; day < 5; day++) child.Set(Key(DayRange.Of(Day(day))), CellValue.None);

        Apply(child.Whole(10));

        Assert.Empty(parent.All[child.Id].Cells.All);
    }

    [Fact]
    public void An_empty_duty_takes_the_duty_out()
    {
        var stream = new KpiStreamId(PilotId.Parse("p"), Waste, null, null);
        var duty = new Duty { Stream = stream, Standing = false, Expected = [DayRange.Always], Reported = [] };
        Apply(child.Whole(3) with { Duties = [duty] });
        Assert.Equal(duty, parent.All[child.Id].Duties[stream]);

        Apply(child.Delta(3, 4) with { Duties = [duty with { Expected = [] }] });
        Assert.Empty(parent.All[child.Id].Duties);
    }

    private (bool Taken, bool SendWhole, long Holds) Apply(CellReport report)
    {
        var changes = parent.Apply(report, out var sendWhole);
        foreach (var (key, _, after) in changes?.Cells ?? []) parent.All[report.Child].Cells.Set(new(key, after));
        return (changes is not null, sendWhole, parent.Holds(report.Child).Count);
    }
}
