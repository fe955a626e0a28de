using KpiGrid.Api.Boundaries;
using KpiGrid.Api.Live;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Web.Regions;

/// <summary>What a region has of every KPI in a period and on the way to it.</summary>
/// <param name="Place">The region.</param>
/// <param name="Facts">What it is.</param>
/// <param name="Today">The latest local day of its members.</param>
/// <param name="Zone">The time zone of its first member.</param>
/// <param name="Period">The period shown.</param>
/// <param name="Window">The periods on the way to it.</param>
/// <param name="Kpis">The definitions, by code, of KPIs of which there is anything.</param>
/// <param name="State">The figures at one version.</param>
internal sealed record RegionFigures(
    PlaceRef Place, RegionFacts Facts, DateOnly Today, string Zone, Period Period, Window Window,
    IReadOnlyDictionary<string, KpiFacts> Kpis, LiveState State)
{
    /// <summary>Members that ended by the end of the period while nobody said whether their successors are members.</summary>
    public IReadOnlyList<EndedMember> Ended { get; init; } = [];

    /// <summary>Whether there are more KPIs than were asked.</summary>
    public bool IsCut { get; init; }

    /// <summary>The KPI whose members, map and changes are shown: the one asked, else the one most expect.</summary>
    public string? Chosen(KpiCode? asked)
    {
        if (asked is { } code && Kpis.ContainsKey(code.Value)) return code.Value;
        return State.Lines.Where(line => line.Period == Period.ToString() && Kpis.ContainsKey(line.Kpi))
            .OrderByDescending(line => line.Value is not null)
            .ThenByDescending(line => line.Coverage?.Expected ?? 0).ThenByDescending(line => line.N)
            .FirstOrDefault()?.Kpi;
    }

    /// <summary>The lines of a KPI: the period shown, and the window, which ends with it.</summary>
    public static KpiLines Of(IEnumerable<LiveLine> lines, string kpi, Period period)
    {
        var all = lines.Where(line => line.Kpi == kpi).ToLookup(line => line.Period == period.ToString());
        var (closing, others) = (all[true].First(), all[false].ToList());
        var isOneOfThem = others.Count == 0 || Period.Parse(others[0].Period).Size == period.Size;
        return new(closing, isOneOfThem ? [.. others, closing] : others);
    }
}

/// <summary>What a place has of one KPI.</summary>
/// <param name="Closing">In the period shown.</param>
/// <param name="Course">On the way to it.</param>
internal sealed record KpiLines(PeriodAnswer Closing, IReadOnlyList<PeriodAnswer> Course);
