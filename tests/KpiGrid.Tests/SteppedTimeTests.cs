using KpiGrid.Host;
using Xunit;

namespace KpiGrid.Tests;

public sealed class SteppedTimeTests
{
    [Fact]
    public void A_stepped_clock_stands_until_it_runs_again()
    {
        var time = new SteppedTime();
        var instant = new DateTimeOffset(2025, 11, 1, 9, 0, 0, TimeSpan.Zero);
        time.StepTo(instant);
        Assert.Equal(instant, time.GetUtcNow());
        time.Run();
        Assert.InRange(time.GetUtcNow(), TimeProvider.System.GetUtcNow().AddMinutes(-1), DateTimeOffset.MaxValue);
    }
}
