namespace KpiGrid.Web.Views;

/// <summary>What money is converted to, and by which pinned series; written <c>series:EUR</c>.</summary>
internal sealed record Money(string Series, string Currency)
{
    public static Money? Of(string text) =>
        text.Split(':') is [var series, var currency] && RateSeriesFacts.IsId(series) && KpiGrid.Currency.IsCode(currency)
            ? new(series, currency) : null;

    public override string ToString() => $"{Series}:{Currency}";
}
