namespace KpiGrid.Silo.Journal;

/// <summary>Instants of records as numbers: whole microseconds since 1970.</summary>
internal static class RecordTime
{
    public static long Micros(DateTimeOffset instant) =>
        (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Instant(long micros) =>
        DateTimeOffset.UnixEpoch.AddTicks(checked(micros * TimeSpan.TicksPerMicrosecond));
}
