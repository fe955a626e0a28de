namespace KpiGrid;

/// <summary>The clock of recorded times and of "today".</summary>
/// <remarks>
/// A <see cref="TimeProvider"/> registered under this key, so that the sample networks and tests may step it while Orleans
/// keeps the system's.
/// </remarks>
public static class KpiTime
{
    /// <summary>The service key.</summary>
    public const string Key = "kpi-time";
}
