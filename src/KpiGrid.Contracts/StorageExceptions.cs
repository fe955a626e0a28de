namespace KpiGrid;

/// <summary>The journal failed, or did not answer in time: whether the append is stored is not known.</summary>
/// <remarks>A retry with the same ids is safe: storage decides. To a client: 503 with Retry-After.</remarks>
[GenerateSerializer, Alias("JournalUnavailableException")]
public sealed class JournalUnavailableException : Exception
{
    /// <summary>The journal is unavailable.</summary>
    public JournalUnavailableException(string message, TimeSpan retryAfter, Exception? innerException = null)
        : base(message, innerException) => RetryAfter = retryAfter;

    /// <summary>When a retry is worth it.</summary>
    [Id(0)]
    public TimeSpan RetryAfter { get; private set; }
}

/// <summary>The journal has more waiting than it takes: the append was not sent and is not stored.</summary>
/// <remarks>To a client: 503 with Retry-After.</remarks>
[GenerateSerializer, Alias("JournalBusyException")]
public sealed class JournalBusyException : Exception
{
    /// <summary>The journal is busy.</summary>
    public JournalBusyException(string message, TimeSpan retryAfter, Exception? innerException = null)
        : base(message, innerException) => RetryAfter = retryAfter;

    /// <summary>When a retry is worth it.</summary>
    [Id(0)]
    public TimeSpan RetryAfter { get; private set; }
}

/// <summary>The journal has no space left: the append is not stored.</summary>
/// <remarks>It works again by itself once there is space. To a client: 507 with Retry-After.</remarks>
[GenerateSerializer, Alias("JournalFullException")]
public sealed class JournalFullException : Exception
{
    /// <summary>The journal is full.</summary>
    public JournalFullException(string message, TimeSpan retryAfter, Exception? innerException = null)
        : base(message, innerException) => RetryAfter = retryAfter;

    /// <summary>When a retry is worth it.</summary>
    [Id(0)]
    public TimeSpan RetryAfter { get; private set; }
}

/// <summary>The journal no longer holds what was written: nothing computed from what is damaged is served.</summary>
/// <remarks>The message names the place; only a backup mends it. To a client: 503 with Retry-After.</remarks>
[GenerateSerializer, Alias("JournalDamagedException")]
public sealed class JournalDamagedException : Exception
{
    /// <summary>The journal is damaged.</summary>
    public JournalDamagedException(string message, Exception? innerException = null) : base(message, innerException) { }
}

/// <summary>The journal refused a record for what it holds: it is not stored, and a retry changes nothing.</summary>
[GenerateSerializer, Alias("RecordRefusedException")]
public sealed class RecordRefusedException : Exception
{
    /// <summary>The record was refused.</summary>
    public RecordRefusedException(string message) : base(message) { }
}
