using System.Numerics;

namespace KpiGrid.Api.Compare;

/// <summary>Converts money by one pinned series (domain.md, section d): each amount at the rate of its own day, then
/// summed, then rounded once, half to even, to cents.</summary>
/// <param name="series">The series; null where none was named, and then one currency alone adds up.</param>
/// <param name="currency">What to convert to; null for whatever currency there is.</param>
internal sealed class Conversion(RateSeriesFacts? series, string? currency)
{
    private const int Cents = 100;

    /// <summary>What some money comes to.</summary>
    public Converted Sum(IReadOnlyCollection<(Amount Amount, string Currency, DateOnly Day)> money)
    {
        var currencies = money.Select(each => each.Currency).Distinct().ToList();
        if (currencies is [var only] && (currency is null || only == currency))
            return new(money.Aggregate(Amount.Zero, (sum, each) => sum + each.Amount), only, []);
        if (currencies.Count == 0 || currency is null) return new(null, currency, []);
        var (numerator, denominator) = (BigInteger.Zero, BigInteger.One);
        var rates = new List<Rate>();
        foreach (var (amount, own, day) in money)
        {
            if (Factor(own, day, rates) is not { } factor) return new(null, currency, []);
            numerator = numerator * factor.Denominator + amount.Count * factor.Numerator * denominator;
            denominator *= factor.Denominator;
        }
        return new(WholeCents(numerator, denominator), currency, [.. rates.Distinct().OrderBy(rate => rate.From)]);
    }

    private static Amount WholeCents(BigInteger counts, BigInteger denominator)
    {
        var cents = new Amount(1).Times(counts * Cents, denominator * Amount.Scale).Count;
        return Amount.One.Times(cents, Cents);
    }

    private (BigInteger Numerator, BigInteger Denominator)? Factor(string own, DateOnly day, List<Rate> rates)
    {
        if (own == currency) return (1, 1);
        if (series?.On(day) is not { } rate) return null;
        rates.Add(rate);
        if (own == series.Base && currency == series.Quote) return (rate.Value.Count, Amount.Scale);
        if (own == series.Quote && currency == series.Base) return (Amount.Scale, rate.Value.Count);
        return null;
    }
}

/// <summary>Money in one currency.</summary>
/// <param name="Value">How much; null where it could not be converted, or there is none.</param>
/// <param name="Currency">The ISO 4217 code.</param>
/// <param name="Rates">The rates used, with the days from which they hold.</param>
internal sealed record Converted(Amount? Value, string? Currency, IReadOnlyList<Rate> Rates);
