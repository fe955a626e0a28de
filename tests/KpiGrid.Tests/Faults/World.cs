using System.Globalization;

namespace KpiGrid.Tests.Faults;

/// <summary>The network that is measured while things fail: overlapping regions, shared pilots, facts that change by date.</summary>
internal static class World
{
    public const string Kpi = "CDW-DIV";
    public const string Question = $"kpi={Kpi}&from=2025-01-01&to=2026-01-01&by=month";

    private static readonly DateOnly first = new(2020, 1, 1);
    private static readonly DateOnly change = new(2025, 7, 1);

    public static IReadOnlyList<string> Municipalities { get; } =
        [.. Enumerable.Range(1, 6).Select(number => $"DK-F{number.ToString(CultureInfo.InvariantCulture)}")];

    public static IReadOnlyList<string> Pilots { get; } =
        [.. Enumerable.Range(0, 18).Select(number => $"pilot-{number.ToString(CultureInfo.InvariantCulture)}")];

    public static IReadOnlyList<string> Classes { get; } = ["reused", "prepared", "recycled", "backfilled"];

    /// <summary>Which municipality belongs to which region, and when.</summary>
    public static IReadOnlyList<Dated> Members { get; } =
    [
        .. Municipalities.Select(id => new Dated("all", id, first, null)),
        new("north", Municipalities[0], first, null), new("north", Municipalities[1], first, null),
        new("north", Municipalities[2], first, change),
        .. Municipalities.Skip(2).Select(id => new Dated("south", id, first, null)),
    ];

    public static IReadOnlyList<string> Regions { get; } = [.. Members.Select(member => member.Owner).Distinct()];

    /// <summary>Who has which part of which pilot, and when; every part divides amounts of three decimals exactly.</summary>
    public static IReadOnlyList<Dated> Shares { get; } =
        [.. Pilots.Index().SelectMany(pilot => SharesOf(pilot.Item, pilot.Index))];

    /// <summary>What the registry is told, in an order in which it takes it.</summary>
    public static IEnumerable<(string Path, string Body)> Facts() =>
    [
        .. Municipalities.Select(id => ($"/v1/municipalities/{id}", Api.Hosting.ApiCluster.Municipality(id))),
        .. Regions.Select(id => ($"/v1/regions/{id}", $$"""
            {"name":"{{id}}","kind":"network","members":[{{Lines(Members, id, isShare: false)}}]}
            """)),
        .. Pilots.Select(id => ($"/v1/pilots/{id}", $$"""
            {"name":"{{id}}","kind":"joint","start":"2020-01-01","shares":[{{Lines(Shares, id, isShare: true)}}]}
            """)),
    ];

    private static IEnumerable<Dated> SharesOf(string pilot, int number)
    {
        var (a, b, c) = (Place(number), Place(number + 1), Place(number + 3));
        return (number % 3) switch
        {
            0 => [new(pilot, a, first, null)],
            1 => [new(pilot, a, first, null) { Parts = 1, Whole = 4 }, new(pilot, b, first, null) { Parts = 3, Whole = 4 }],
            _ =>
            [
                new(pilot, a, first, change) { Parts = 2, Whole = 5 }, new(pilot, b, first, change) { Parts = 3, Whole = 5 },
                new(pilot, b, change, null) { Parts = 1, Whole = 2 }, new(pilot, c, change, null) { Parts = 1, Whole = 2 },
            ],
        };
    }

    private static string Place(int number) => Municipalities[number % Municipalities.Count];

    private static string Lines(IEnumerable<Dated> lines, string owner, bool isShare) =>
        string.Join(',', lines.Where(line => line.Owner == owner).Select(line => line.Json(isShare)));
}

/// <summary>A municipality that belongs to a region or has a part of a pilot, from a day up to another.</summary>
internal sealed record Dated(string Owner, string Municipality, DateOnly From, DateOnly? To)
{
    public int Parts { get; init; } = 1;
    public int Whole { get; init; } = 1;

    public bool IsOn(DateOnly day) => From <= day && (To is null || day < To);

    public string Json(bool isShare)
    {
        var to = To is { } end ? $"\"{end:yyyy-MM-dd}\"" : "null";
        var parts = isShare ? string.Create(CultureInfo.InvariantCulture, $"\"parts\":{Parts},\"whole\":{Whole},") : "";
        return $$"""{"municipality":"{{Municipality}}",{{parts}}"from":"{{From:yyyy-MM-dd}}","to":{{to}}}""";
    }
}
