using KpiGrid.Api.Editions;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Rounds;

/// <summary>One KPI of a region at the cut-offs of two rounds. Pure.</summary>
/// <param name="Kpi">Its code.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Then">The numbers at the cut-off before.</param>
/// <param name="Now">The numbers at the cut-off.</param>
internal sealed record PackKpi(KpiCode Kpi, string Unit, IReadOnlyList<EditionLine> Then, IReadOnlyList<EditionLine> Now)
{
    /// <summary>More cannot be said in two minutes.</summary>
    public const int MovesShown = 5;

    /// <summary>The periods around a cut-off, and those of the year before.</summary>
    public static IReadOnlyList<AskedPeriod> Periods(DateTimeOffset cutOff, PeriodSize size)
    {
        var running = Period.Of(DateOnly.FromDateTime(cutOff.UtcDateTime), size);
        return [.. AskedPeriod.Between(running.First.AddMonths(-12), running.Last.AddDays(1), size)];
    }

    /// <summary>The periods to tell of a KPI, as long as its reports are: nobody reads months aloud. What stands, stands at the
    /// cut-off, and in every period before it would be told again.</summary>
    public static IReadOnlyList<AskedPeriod> Periods(DateTimeOffset cutOff, KpiFacts kpi)
    {
        var isLong = PeriodSizes.TryParse(kpi.Frequency.Text(), out var size) && size is PeriodSize.Half or PeriodSize.Year;
        var all = Periods(cutOff, isLong ? size : PeriodSize.Quarter);
        return kpi.Kind.IsStanding() ? [all[^1]] : all;
    }

    /// <summary>What moved at a place.</summary>
    public IEnumerable<Move> Moves(string place)
    {
        var (then, now) = (At(Then, place), At(Now, place));
        return then.Keys.Union(now.Keys).SelectMany(period =>
            Move.Between(then.GetValueOrDefault(period), now.GetValueOrDefault(period), Unit));
    }

    /// <summary>The number of a place in the last period of which there is one.</summary>
    public PackNumber? Last(string place) => At(Now, place).Values.OrderByDescending(line => line.Period.Last)
        .Select(line => line switch
        {
            { Value: { } value } => new PackNumber(Kpi, line.Period, value, Unit),
            { Amounts: [var amount, ..] } => new PackNumber(Kpi, line.Period, amount.Value, amount.Unit),
            _ => null,
        }).FirstOrDefault(number => number is not null);

    private static Dictionary<Period, EditionLine> At(IReadOnlyList<EditionLine> lines, string place) =>
        lines.Where(line => line.Place == place).ToDictionary(line => line.Period);
}
