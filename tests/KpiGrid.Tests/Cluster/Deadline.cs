using System.Diagnostics;
using Xunit;

namespace KpiGrid.Tests.Cluster;

/// <summary>Waits for something to become so, and says what it waited for.</summary>
internal static class Deadline
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(20);

    public static async Task<bool> Comes(Func<Task<bool>> condition, TimeSpan within)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(began) > within) return false;
            await Task.Delay(pause, TestContext.Current.CancellationToken);
        }
        return true;
    }

    public static async Task Equal<T>(T expected, Func<Task<T>> read, string what, int seconds = 10)
    {
        var last = default(T);
        var reached = await Comes(
            async () => Equals(last = await read(), expected), TimeSpan.FromSeconds(seconds));
        Assert.True(reached, $"{what} is {last} after {seconds} s, not {expected}");
    }
}
