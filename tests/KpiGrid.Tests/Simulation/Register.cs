using KpiGrid.Tests.Api.Boundaries;

namespace KpiGrid.Tests.Simulation;

/// <summary>The municipalities of a seed, which merge, split and get other codes on some days.</summary>
internal sealed class Register
{
    private readonly Chance chance;
    private readonly Territories territories = new();
    private readonly Queue<DateOnly> days = new(Places.ChangeDays);

    public Register(Chance chance)
    {
        this.chance = chance;
        foreach (var code in Places.Municipalities) territories.Begin(code);
    }

    public IReadOnlyList<string> Codes => [.. territories.Codes];

    /// <summary>The municipalities there are on a day.</summary>
    public IReadOnlyList<string> On(DateOnly day) => [.. territories.On(day)];

    public MunicipalityFacts Facts(string code) => territories.Facts(code);

    /// <summary>Something becomes of some municipalities on the next day of changes; the codes whose facts are others now,
    /// none when no such day is left.</summary>
    public IReadOnlyList<string> Become()
    {
        if (!days.TryDequeue(out var day)) return [];
        var there = On(day);
        string[] from = [.. Enumerable.Range(chance.Below(there.Count), chance.Between(1, Math.Min(3, there.Count)))
            .Select(at => there[at % there.Count])];
        var next = territories.Codes.Count() + 1;
        string[] to = chance.Below(3) switch
        {
            0 => [from[0]],
            1 => [$"DK-{next}"],
            _ => [$"DK-{next}", $"DK-{next + 1}"],
        };
        territories.Become(day, from, to);
        return [.. to.Union(from)];
    }
}
