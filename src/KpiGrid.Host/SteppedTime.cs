namespace KpiGrid.Host;

/// <summary>A clock that may be set while samples are loaded, then runs with the system's; timers always do.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private const long Running = 0;
    private long steppedTicks = Running;

    public override DateTimeOffset GetUtcNow() =>
        Interlocked.Read(ref steppedTicks) is var ticks and not Running
            ? new(ticks, TimeSpan.Zero)
            : System.GetUtcNow();

    public void StepTo(DateTimeOffset instant) => Interlocked.Exchange(ref steppedTicks, instant.UtcTicks);

    public void Run() => Interlocked.Exchange(ref steppedTicks, Running);
}
