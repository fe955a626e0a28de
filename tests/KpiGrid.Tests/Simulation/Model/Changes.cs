using System.Text.Json;

namespace KpiGrid.Tests.Simulation.Model;

/// <summary>What municipalities became, played again one change after another to see under which code days stand.</summary>
internal sealed class Changes
{
    private readonly Dictionary<string, List<(DateOnly From, DateOnly To)>> stays = [];
    private readonly List<(DateOnly Day, string Code, string[] Next)> all = [];

    public IReadOnlyCollection<string> Codes => stays.Keys;

    /// <summary>Takes a municipality's facts instead of those it had.</summary>
    public void Take(string code, JsonElement facts)
    {
        all.RemoveAll(change => change.Code == code);
        stays[code] = [];
        foreach (var interval in facts.GetProperty("intervals").EnumerateArray())
        {
            var end = Shares.Day(interval, "to");
            stays[code].Add((Shares.Day(interval, "from")!.Value, end ?? DateOnly.MaxValue));
            if (end is { } day) all.Add((day, code, [.. interval.GetProperty("successors").EnumerateArray()
                .Select(successor => successor.GetProperty("code").GetString()!)]));
        }
        stays[code].Sort();
        all.Sort((left, right) => left.Day.CompareTo(right.Day));
    }

    /// <summary>Where days stand on a map: under the code they all came to, else under their own, and then not on it.</summary>
    public (string Code, bool IsOnMap) Of(string code, DateOnly first, DateOnly last, DateOnly map)
    {
        if (!stays.TryGetValue(code, out var own)) return (code, false);
        var begins = own.ConvertAll(stay => stay.From);
        var came = begins.FindAll(begin => first < begin && begin <= last)
            .Prepend(begins.LastOrDefault(begin => begin <= first, begins[0]))
            .Select(begin => Play(code, begin, map)).Distinct().ToList();
        return came.Count == 1 ? came[0] : (code, false);
    }

    /// <summary>From the day that a code began to stand for a territory until that of the map, or until it was left to several.</summary>
    private (string Code, bool IsOnMap) Play(string code, DateOnly begin, DateOnly map)
    {
        var (now, since) = (code, begin);
        foreach (var change in all.Where(change => change.Day <= map))
        {
            if (change.Code != now || change.Day <= since) continue;
            if (change.Next.Length != 1 || !Stands(change.Next[0], change.Day)) return (now, false);
            (now, since) = (change.Next[0], change.Day);
        }
        return (now, since <= map);
    }

    private bool Stands(string code, DateOnly day) =>
        stays.TryGetValue(code, out var known) && known.Exists(stay => stay.From <= day && day < stay.To);
}
