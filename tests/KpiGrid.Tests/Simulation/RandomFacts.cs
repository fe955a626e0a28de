using System.Text.Json;

namespace KpiGrid.Tests.Simulation;

/// <summary>Facts of pilots and regions as a seed has them.</summary>
internal sealed class RandomFacts(Chance chance, Register register)
{
    public static byte[] Bytes<T>(T facts) => JsonSerializer.SerializeToUtf8Bytes(facts, KpiGridJson.Options);

    /// <summary>A pilot whose shares change on some days; the first ones it has always had.</summary>
    public PilotFacts Pilot(string pilot) => new()
    {
        Name = $"{pilot} {chance.Below(1_000_000)}",
        Kind = PilotKind.Joint,
        Start = Places.Beginning,
        Shares = [.. Shares(pilot, null), .. chance.Percent(25) ? Shares(pilot, chance.Of("STOCK", "FLOW")) : []],
    };

    public RegionFacts Region(string region) => new()
    {
        Name = $"{region} {chance.Below(1_000_000)}",
        Kind = RegionKind.Network,
        Members = [.. register.Codes.SelectMany(code => Stays(region, code))],
    };

    private IEnumerable<Share> Shares(string pilot, string? kpi)
    {
        DateOnly[] days = [Places.Beginning, .. Places.ChangeDays.Where(_ => chance.Percent(30)), DateOnly.MaxValue];
        for (var i = 0; i < days.Length - 1; i++)
        {
            foreach (var share in i == 0 ? FirstShares(pilot) : Shares(days[i]))
                yield return share with
                {
                    From = days[i], To = days[i + 1] == DateOnly.MaxValue ? null : days[i + 1],
                    Kpi = kpi is null ? null : KpiCode.Parse(kpi),
                };
        }
    }

    private static IEnumerable<Share> FirstShares(string pilot) => pilot == "brick"
        ? [Share("DK-1", 1, 3), Share("DK-2", 1, 3), Share("DK-3", 1, 3)]
        : [Share("DK-2", 25, 100), Share("DK-3", 75, 100)];

    private IEnumerable<Share> Shares(DateOnly day)
    {
        var there = register.On(day);
        var first = chance.Below(there.Count);
        var places = Enumerable.Range(first, chance.Between(1, Math.Min(3, there.Count)))
            .Select(at => there[at % there.Count]).ToList();
        var parts = chance.Between(1, 6);
        return places.Count switch
        {
            1 => [Share(places[0], 1, 1)],
            2 => [Share(places[0], parts, 7), Share(places[1], 7 - parts, 7)],
            _ => places.Select(place => Share(place, 1, 3)),
        };
    }

    /// <summary>Each region keeps one member for ever; the others come and go.</summary>
    private IEnumerable<Membership> Stays(string region, string place)
    {
        var id = MunicipalityId.Parse(place);
        if (place == (region == "east" ? "DK-1" : "DK-2")) return [new() { Municipality = id, From = Places.Beginning }];
        var (early, late) = (chance.Pick(Places.ChangeDays[..3]), chance.Pick(Places.ChangeDays[3..]));
        return chance.Below(5) switch
        {
            0 => [],
            1 => [new() { Municipality = id, From = early }],
            2 => [new() { Municipality = id, From = Places.ChangeDays[0], To = late }],
            3 => [new() { Municipality = id, From = new(2026, 1, 1), To = early },
                new() { Municipality = id, From = late }],
            _ => [new() { Municipality = id, From = early, To = late }],
        };
    }

    private static Share Share(string place, int parts, int whole) =>
        new() { Municipality = MunicipalityId.Parse(place), Parts = parts, Whole = whole };
}
