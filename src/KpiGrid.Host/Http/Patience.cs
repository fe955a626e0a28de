namespace KpiGrid.Host.Http;

/// <summary>How often and how long a request is sent again.</summary>
internal sealed record Patience
{
    public static Patience None { get; } = new() { TriesMax = 1 };

    /// <summary>Long enough for a server to be stopped and started again.</summary>
    public int TriesMax { get; init; } = 20;

    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(200);

    public TimeSpan WaitMax { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Doubled each time, at least what the server asks for, spread so that senders part.</summary>
    public TimeSpan Wait(int tries, TimeSpan? retryAfter)
    {
        var doubled = First * Math.Pow(2, Math.Min(tries - 1, 16));
        var wait = doubled < WaitMax ? doubled : WaitMax;
        if (retryAfter is { } asked && asked > wait) wait = asked < WaitMax * 6 ? asked : WaitMax * 6;
        return wait * (1 + Random.Shared.NextDouble() / 4);
    }
}
