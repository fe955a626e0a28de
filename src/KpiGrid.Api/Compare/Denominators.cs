using KpiGrid.Api.Rates;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Compare;

/// <summary>What a line is divided by (domain.md, section a: normaliser): the entry in force on the last day of a period.</summary>
internal sealed class Denominators(IOptions<CompareOptions> options)
{
    /// <summary>The denominator; its value is null where one is missing.</summary>
    public Denominator Of(Candidate line, Divisor per, DayRange days, Conversion conversion) => per switch
    {
        Divisor.Inhabitant => Of(Inhabitants(line, days.Last), "inhabitants", options.Value.InhabitantsMin),
        Divisor.Budget => Budget(line, days, conversion),
        Divisor.M2 => Of(Entered(line, NormaliserKind.M2, days.Last), "m2", options.Value.M2Min),
        Divisor.Fte => Of(Entered(line, NormaliserKind.Fte, days.Last), "fte", options.Value.FteMin),
        _ => new(null, null, false, []),
    };

    /// <summary>The inhabitants of a line's municipalities, each whole; of a pilot, of those that take part.</summary>
    public static Amount? Inhabitants(Candidate line, DateOnly day) => Sum(line, day, facts =>
        facts.Population.Where(entry => IsInForce(facts, entry.From, day)).MaxBy(entry => entry.From) is { } entry
            ? Amount.Of(entry.Value) : null);

    private static Amount? Entered(Candidate line, NormaliserKind kind, DateOnly day) => line.Pilot is { } pilot
        ? Latest(pilot.Normalisers, kind, entry => entry.From <= day)
        : Sum(line, day, facts => Latest(facts.Normalisers, kind, entry => IsInForce(facts, entry.From, day)));

    private static Amount? Latest(IReadOnlyList<Normaliser>? entries, NormaliserKind kind, Func<Normaliser, bool> isInForce) =>
        entries?.Where(entry => entry.Kind == kind && isInForce(entry)).MaxBy(entry => entry.From)?.Value;

    /// <summary>An entry of before a merger says nothing of the territory since.</summary>
    private static bool IsInForce(MunicipalityFacts facts, DateOnly from, DateOnly day) =>
        from <= day && facts.On(day) is { } interval && facts.On(from) == interval;

    private static Amount? Sum(Candidate line, DateOnly day, Func<MunicipalityFacts, Amount?> part)
    {
        var parts = line.On(day).Select(id => line.Municipalities.TryGetValue(id, out var facts) ? part(facts) : null).ToList();
        return parts.Count == 0 || parts.Contains(null) ? null : parts.Aggregate(Amount.Zero, (sum, each) => sum + each!.Value);
    }

    /// <summary>The budgets whose days meet the period's, each whole and at the rate of its first day.</summary>
    private Denominator Budget(Candidate line, DayRange days, Conversion conversion)
    {
        var budgets = line.Pilot!.Budget.Where(budget => DayRange.Between(budget.From, budget.To).Overlaps(days))
            .Select(budget => new Money(budget.Amount, budget.Currency, budget.From)).ToList();
        var sum = conversion.Sum(budgets);
        var min = sum.Currency == "EUR" ? options.Value.BudgetMin : options.Value.BudgetOtherwiseMin;
        return Of(sum.Value, sum.Currency, min) with { Rates = sum.Rates, Currencies = [.. budgets.Select(budget => budget.Currency).Distinct()] };
    }

    private static Denominator Of(Amount? value, string? unit, int min) =>
        new(value is { Sign: > 0 } ? value : null, unit, value < Amount.Of(min), []);
}

/// <summary>What a value is divided by.</summary>
/// <param name="Value">How much; null where it is missing or zero.</param>
/// <param name="Unit">Of what.</param>
/// <param name="IsSmall">Whether chance moves a quotient by it much.</param>
/// <param name="Rates">The rates it was converted by.</param>
internal sealed record Denominator(Amount? Value, string? Unit, bool IsSmall, IReadOnlyList<Rate> Rates)
{
    /// <summary>The currencies that a budget is in.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = [];
}
