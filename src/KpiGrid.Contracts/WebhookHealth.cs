using System.Globalization;

namespace KpiGrid;

/// <summary>How the receiver of the webhook answered a silo last. Safe for concurrent use.</summary>
public sealed class WebhookHealth
{
    private volatile string? problem;
    private volatile bool isGone;
    private long failingSinceTicks;

    /// <summary>Whether the receiver said that it wants nothing more (410).</summary>
    public bool IsGone => isGone;

    /// <summary>Why the last attempt was not taken; null when it was, or there was none.</summary>
    public string? Problem => problem;

    /// <summary><c>gone</c>, <c>failing since …</c> in UTC, or null when all is well.</summary>
    /// <remarks>Neither the address nor the problem: anybody may ask how a process is.</remarks>
    public string? Text => isGone ? "gone"
        : Interlocked.Read(ref failingSinceTicks) is > 0 and var ticks
            ? string.Create(CultureInfo.InvariantCulture,
                $"failing since {new DateTime(ticks, DateTimeKind.Utc):yyyy-MM-dd'T'HH:mm:ss'Z'}")
            : null;

    /// <summary>Takes in an answer; true when it changed whether all is well.</summary>
    /// <param name="why">Why the message was not taken; null when it was.</param>
    /// <param name="gone">Whether the answer was 410.</param>
    /// <param name="at">When.</param>
    public bool Heard(string? why, bool gone, DateTimeOffset at)
    {
        problem = why;
        if (gone && !isGone) return isGone = true;
        return why is null
            ? Interlocked.Exchange(ref failingSinceTicks, 0) != 0
            : Interlocked.CompareExchange(ref failingSinceTicks, at.UtcTicks, 0) == 0;
    }
}
