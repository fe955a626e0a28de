using KpiGrid.Silo.Aggregates;
using Xunit;

namespace KpiGrid.Tests.Aggregates;

public sealed class ReadinessTests
{
    private const string Child = "DK-0615";

    private readonly Readiness readiness = new();

    [Fact]
    public void It_is_ready_once_it_holds_what_storage_showed()
    {
        readiness.Wants(Child, At(3), NodeVersion.None);
        readiness.Start();
        readiness.Holds(Child, At(2));
        Assert.False(readiness.IsReady);

        readiness.Holds(Child, At(3));
        Assert.True(readiness.IsReady);
    }

    [Fact]
    public void What_storage_showed_earlier_and_is_told_later_lowers_nothing()
    {
        readiness.Wants(Child, At(3), NodeVersion.None);
        readiness.Wants(Child, At(2), NodeVersion.None);
        readiness.Start();

        readiness.Holds(Child, At(2));
        Assert.False(readiness.IsReady);
    }

    [Fact]
    public void What_storage_showed_before_a_restore_is_not_wanted_after_it()
    {
        readiness.Wants(Child, At(8, epoch: 1), At(7, epoch: 2));
        Assert.False(readiness.IsBehind);

        readiness.Wants(Child, At(9, epoch: 2), At(7, epoch: 2));
        readiness.Wants(Child, At(12, epoch: 1), NodeVersion.None);
        Assert.Equal([(Child, At(9, epoch: 2))], readiness.Wanted);
    }

    /// <summary>A child that the restored store does not know of would never come.</summary>
    [Fact]
    public void What_storage_showed_before_its_restore_is_not_wanted_of_a_child_that_is_not_held()
    {
        var restored = new Readiness(epoch: 2);
        restored.Wants(Child, At(8, epoch: 1), NodeVersion.None);
        restored.Start();
        Assert.True(restored.IsReady);
    }

    [Fact]
    public void Equally_long_but_another_history_is_wanted()
    {
        readiness.Wants(Child, new(1, 3, 5), new(1, 3, 6));
        Assert.True(readiness.IsBehind);
    }

    private static NodeVersion At(long count, long epoch = 1) => new(epoch, count, (ulong)(100 * epoch + count));
}
