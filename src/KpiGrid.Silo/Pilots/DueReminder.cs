using Microsoft.Extensions.Logging;
using Orleans.Timers;

namespace KpiGrid.Silo.Pilots;

/// <summary>Has a pilot woken when something of it may be late: by an Orleans reminder, so that it need not be active.</summary>
/// <remarks>
/// On the pilot and not on its KPI streams: the pilot alone knows all duties, and it is the writer of the record that a
/// reminder is for. Being reminded too early, twice or late does no harm, so it is set again only where it may be too late.
/// </remarks>
internal sealed class DueReminder(
    IReminderRegistry? registry, GrainId pilot, TimeProvider time, DutyOptions options, ILogger logger)
{
    public const string Name = "due";

    /// <summary>Reminded again so often until it is set anew, for a store or a silo that failed in between.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    /// <summary>What is late already waits a little: an import may be under way.</summary>
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(15);

    /// <summary>A KPI's frequency may change without the pilot being told.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromDays(7);

    private DateTimeOffset? wanted;
    private bool isKnown;
    private DateTimeOffset lookedAt;

    /// <summary>Whether it was last looked at on a day before; never where nobody reminds.</summary>
    public bool IsOld(DateTimeOffset now) => registry is not null && lookedAt.Date < now.Date;

    /// <summary>It came, or something that it depends on changed.</summary>
    public void Forget() => isKnown = false;

    /// <summary>Sets it for the instant that is wanted; where none is, it is dropped.</summary>
    public async Task Set(Func<DateTimeOffset, Task<DateTimeOffset?>> next)
    {
        if (registry is null) return;
        lookedAt = time.GetUtcNow();
        try
        {
            var instant = await next(lookedAt);
            if (isKnown && wanted == instant) return;
            (isKnown, wanted) = (true, instant);
            if (instant is { } at) await registry.RegisterOrUpdateReminder(pilot, Name, Wait(at), Again);
            else if (await registry.GetReminder(pilot, Name) is { } reminder) await registry.UnregisterReminder(pilot, reminder);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Pushes do not wait for it, and it is tried again with the pilot's next record of another day.
            isKnown = false;
            logger.LogWarning(failure, "The reminder of {Pilot} was not set", pilot);
        }
    }

    private TimeSpan Wait(DateTimeOffset instant)
    {
        var spread = options.MarkWithin * ((double)pilot.GetUniformHashCode() / uint.MaxValue);
        var wait = instant + spread - lookedAt;
        return wait < Soonest ? Soonest : wait > Latest ? Latest : wait;
    }
}
