using System.Numerics;

namespace KpiGrid.Api.Rates;

/// <summary>Converts money by one pinned series (domain.md, section d): each amount at the rate of its own day, then
/// summed, then rounded once, half to even, to cents.</summary>
/// <param name="series">The series; null where none was named, and then one currency alone adds up.</param>
/// <param name="currency">What to convert to; null for whatever currency there is.</param>
/// <param name="isStanding">Whether amounts stand, so that only those of a period's last day are converted.</param>
internal sealed class Conversion(RateSeriesFacts? series, string? currency, bool isStanding = false)
{
    /// <summary>The mark of money that the series does not convert.</summary>
    public const string NotConverted = "not-converted";

    private const int Cents = 100;

    private readonly List<DateOnly> changes =
        isStanding ? [] : [.. (series?.Rates ?? []).Select(rate => rate.From).Distinct().Order()];

    /// <summary>Some days, parted where the rate changes: what is booked on a day of a part is worth what its last day says.</summary>
    public IEnumerable<DayRange> Spans(DayRange days)
    {
        var first = days.First;
        foreach (var change in changes.Where(day => day > days.First && day <= days.Last))
        {
            yield return new(first, change.AddDays(-1));
            first = change;
        }
        yield return new(first, days.Last);
    }

    /// <summary>Whether a series was named.</summary>
    public bool IsNamed => series is not null;

    /// <summary>What some money comes to.</summary>
    public Converted Sum(IReadOnlyCollection<Money> money)
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

/// <summary>An amount as it was paid.</summary>
/// <param name="Amount">How much.</param>
/// <param name="Currency">The ISO 4217 code.</param>
/// <param name="Day">The day whose rate converts it.</param>
internal readonly record struct Money(Amount Amount, string Currency, DateOnly Day);

/// <summary>Money in one currency.</summary>
/// <param name="Value">How much; null where it could not be converted, or there is none.</param>
/// <param name="Currency">The ISO 4217 code.</param>
/// <param name="Rates">The rates used, with the days from which they hold.</param>
internal sealed record Converted(Amount? Value, string? Currency, IReadOnlyList<Rate> Rates);
