namespace KpiGrid.Tests.Simulation;

/// <summary>Timers and a clock that go by the simulation's time; a wrong clock is one that was set off it.</summary>
internal sealed class SimulatedTime(Turns turns) : TimeProvider
{
    private static readonly DateTimeOffset start = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>How far the clock is off.</summary>
    public TimeSpan Off { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + turns.Now + Off;

    public override long GetTimestamp() => turns.Now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state);
        turns.After(dueTime, timer.Ring);
        return timer;
    }

    private sealed class Timer(TimerCallback callback, object? state) : ITimer
    {
        private bool stopped;

        public void Ring()
        {
            if (!stopped) callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => stopped = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
