using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace KpiGrid;

/// <summary>IANA time zones, such as <c>Europe/Copenhagen</c>.</summary>
public static class Zones
{
    private static readonly FrozenSet<string> Ids = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether there is a zone of this name; case counts.</summary>
    public static bool Exists([NotNullWhen(true)] string? zone) => zone is not null && Ids.Contains(zone);

    /// <summary>The local day in a zone at an instant.</summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public static DateOnly Today(DateTimeOffset now, string zone)
    {
        if (!Exists(zone)) throw new ArgumentException($"There is no time zone '{zone}'", nameof(zone));
        return LocalDay(Instant.FromDateTimeOffset(now), zone);
    }

    /// <summary>The instant as a clock in a zone shows it.</summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public static DateTimeOffset Local(DateTimeOffset instant, string zone)
    {
        if (!Exists(zone)) throw new ArgumentException($"There is no time zone '{zone}'", nameof(zone));
        return Instant.FromDateTimeOffset(instant).InZone(DateTimeZoneProviders.Tzdb[zone]).ToDateTimeOffset();
    }

    /// <summary>The instant at which a day begins in a zone.</summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public static DateTimeOffset StartOf(DateOnly day, string zone)
    {
        if (!Exists(zone)) throw new ArgumentException($"There is no time zone '{zone}'", nameof(zone));
        return DateTimeZoneProviders.Tzdb[zone].AtStartOfDay(LocalDate.FromDateOnly(day)).ToDateTimeOffset();
    }

    internal static DateOnly LocalDay(Instant instant, string zone) =>
        instant.InZone(DateTimeZoneProviders.Tzdb[zone]).Date.ToDateOnly();
}
