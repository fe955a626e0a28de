using Xunit;

namespace KpiGrid.Tests;

public sealed class InstantTests
{
    /// <summary>Instant, then the local day in Copenhagen, New York and Kiritimati (+14).</summary>
    public static TheoryData<string, string, string, string> Table => new()
    {
        { "2026-12-31T23:30Z", "2027-01-01", "2026-12-31", "2027-01-01" },
        { "2026-12-31T22:59Z", "2026-12-31", "2026-12-31", "2027-01-01" },
        { "2026-12-31T22:59:60Z", "2026-12-31", "2026-12-31", "2027-01-01" },
        { "2026-12-31T23:00:00Z", "2027-01-01", "2026-12-31", "2027-01-01" },
        { "2016-12-31T23:59:60Z", "2017-01-01", "2016-12-31", "2017-01-01" },
        { "2016-12-31T22:59:60.999Z", "2016-12-31", "2016-12-31", "2017-01-01" },
        { "2026-03-29T00:59Z", "2026-03-29", "2026-03-28", "2026-03-29" },
        { "2026-03-29T01:00Z", "2026-03-29", "2026-03-28", "2026-03-29" },
        { "2026-03-29T01:30Z", "2026-03-29", "2026-03-28", "2026-03-29" },
        { "2026-03-28T22:59Z", "2026-03-28", "2026-03-28", "2026-03-29" },
        { "2026-03-28T23:00Z", "2026-03-29", "2026-03-28", "2026-03-29" },
        { "2026-03-29T21:59Z", "2026-03-29", "2026-03-29", "2026-03-30" },
        { "2026-03-29T22:00Z", "2026-03-30", "2026-03-29", "2026-03-30" },
        { "2026-10-25T00:30Z", "2026-10-25", "2026-10-24", "2026-10-25" },
        { "2026-10-25T01:30Z", "2026-10-25", "2026-10-24", "2026-10-25" },
        { "2026-10-24T21:59Z", "2026-10-24", "2026-10-24", "2026-10-25" },
        { "2026-10-24T22:00Z", "2026-10-25", "2026-10-24", "2026-10-25" },
        { "2026-10-25T22:59Z", "2026-10-25", "2026-10-25", "2026-10-26" },
        { "2026-10-25T23:00Z", "2026-10-26", "2026-10-25", "2026-10-26" },
        { "2026-06-15T12:00:00Z", "2026-06-15", "2026-06-15", "2026-06-16" },
        { "2026-06-15T09:59:59Z", "2026-06-15", "2026-06-15", "2026-06-15" },
        { "2026-06-15T10:00:00Z", "2026-06-15", "2026-06-15", "2026-06-16" },
        { "2026-06-15T03:59:59Z", "2026-06-15", "2026-06-14", "2026-06-15" },
        { "2026-06-15T04:00:00Z", "2026-06-15", "2026-06-15", "2026-06-15" },
        { "2026-01-15T04:59:59Z", "2026-01-15", "2026-01-14", "2026-01-15" },
        { "2026-01-15T05:00:00Z", "2026-01-15", "2026-01-15", "2026-01-15" },
        { "2026-06-15T23:59:59.999999999Z", "2026-06-16", "2026-06-15", "2026-06-16" },
        { "2026-06-15T21:59:59.999999999Z", "2026-06-15", "2026-06-15", "2026-06-16" },
        { "2026-06-15T00:00:00+02:00", "2026-06-15", "2026-06-14", "2026-06-15" },
        { "2026-06-15T00:00:00+14:00", "2026-06-14", "2026-06-14", "2026-06-15" },
        { "2026-06-15T23:59:59-12:00", "2026-06-16", "2026-06-16", "2026-06-17" },
        { "2026-06-15T10:00-14:00", "2026-06-16", "2026-06-15", "2026-06-16" },
        { "2026-06-15T12:00+18:00", "2026-06-14", "2026-06-14", "2026-06-15" },
        { "2026-06-15T12:00-18:00", "2026-06-16", "2026-06-16", "2026-06-16" },
        { "2026-06-15T05:45+05:45", "2026-06-15", "2026-06-14", "2026-06-15" },
        { "2024-02-29T12:00Z", "2024-02-29", "2024-02-29", "2024-03-01" },
        { "2024-02-28T23:30Z", "2024-02-29", "2024-02-28", "2024-02-29" },
        { "2025-02-28T23:30Z", "2025-03-01", "2025-02-28", "2025-03-01" },
        { "2026-01-01T00:00-00:00", "2026-01-01", "2025-12-31", "2026-01-01" },
        { "1900-01-02T12:00Z", "1900-01-02", "1900-01-02", "1900-01-02" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void An_instant_is_the_local_day_of_its_zone(
        string text, string copenhagen, string newYork, string kiritimati)
    {
        Assert.Equal(copenhagen, LocalDay(text, "Europe/Copenhagen"));
        Assert.Equal(newYork, LocalDay(text, "America/New_York"));
        Assert.Equal(kiritimati, LocalDay(text, "Pacific/Kiritimati"));
    }

    [Theory]
    [InlineData("2026-12-31T23:30", "instant-without-offset")]
    [InlineData("2026-12-31T23:30:00.5", "instant-without-offset")]
    [InlineData("2026-12-31T24:00Z", "instant-unreadable")]
    [InlineData("2026-12-31T23:60Z", "instant-unreadable")]
    [InlineData("2026-12-31T23:30:61Z", "instant-unreadable")]
    [InlineData("2026-12-31T23:30:00.Z", "instant-unreadable")]
    [InlineData("2026-12-31T23:30:00.1234567890Z", "instant-unreadable")]
    [InlineData("2026-02-29T12:00Z", "instant-unreadable")]
    [InlineData("2026-12-31 23:30Z", "instant-unreadable")]
    [InlineData("2026-12-31t23:30z", "instant-unreadable")]
    [InlineData("2026-12-31T2330Z", "instant-unreadable")]
    [InlineData("2026-12-31", "instant-unreadable")]
    [InlineData("", "instant-unreadable")]
    [InlineData(null, "instant-unreadable")]
    [InlineData("2026-12-31T23:30z", "offset-unreadable")]
    [InlineData("2026-12-31T23:30+1", "offset-unreadable")]
    [InlineData("2026-12-31T23:30+01:60", "offset-unreadable")]
    [InlineData("2026-12-31T23:30+18:01", "offset-unreadable")]
    [InlineData("2026-12-31T23:30+19:00", "offset-unreadable")]
    [InlineData("2026-12-31T23:30Z ", "offset-unreadable")]
    [InlineData("2026-12-31T23:30+01:00[Europe/Paris]", "offset-unreadable")]
    public void What_is_no_instant_with_offset_is_refused_with_a_remedy(string? text, string code)
    {
        Assert.False(Instants.TryLocalDay(text, "Europe/Copenhagen", out _, out var problem));
        Assert.Equal(code, problem.Code);
        Assert.NotEmpty(problem.Remedy);
    }

    [Theory]
    [InlineData("Europe/Atlantis")]
    [InlineData("europe/copenhagen")]
    [InlineData("UTC+05:00")]
    [InlineData("")]
    [InlineData(null)]
    public void An_unknown_zone_is_refused(string? zone)
    {
        Assert.False(Zones.Exists(zone));
        Assert.False(Instants.TryLocalDay("2026-12-31T23:30Z", zone, out _, out var problem));
        Assert.Equal("zone-unknown", problem.Code);
    }

    [Fact]
    public void Today_depends_on_the_zone()
    {
        var now = new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2027, 1, 1), Zones.Today(now, "Europe/Brussels"));
        Assert.Equal(new DateOnly(2026, 12, 31), Zones.Today(now, "Atlantic/Azores"));
        Assert.Throws<ArgumentException>(() => Zones.Today(now, "Europe/Atlantis"));
    }

    private static string LocalDay(string text, string zone) =>
        Instants.TryLocalDay(text, zone, out var day, out var problem) ? $"{day:O}" : problem.ToString();
}
