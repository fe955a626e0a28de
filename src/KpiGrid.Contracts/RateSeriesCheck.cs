namespace KpiGrid;

/// <summary>What a rate series must satisfy.</summary>
internal static class RateSeriesCheck
{
    private const int RatesMax = 20_000;
    private static readonly Amount limit = Amount.Of(1_000_000_000);

    public static IReadOnlyList<Problem> Of(RateSeriesFacts facts)
    {
        var problems = new Problems();
        problems.Name("name", facts.Name);
        problems.Name("source", facts.Source);
        Code("base", facts.Base, problems);
        Code("quote", facts.Quote, problems);
        problems.Require(facts.Base != facts.Quote, "quote", facts.Quote, "currency-twice", "Name two currencies.");
        problems.Require(facts.Rates.Count > 0, "rates", null, "rate-required", "Give at least one rate.");
        problems.Count(facts.Rates.Count, RatesMax, "rates");
        foreach (var (index, rate) in facts.Rates.Index())
        {
            problems.Day($"rates[{index}].from", rate.From);
            problems.Require(rate.Value.Sign > 0 && rate.Value < limit, $"rates[{index}].value", rate.Value,
                "rate-out-of-range", "Give a rate above 0 and below 1e9.");
        }
        problems.Require(facts.Rates.DistinctBy(rate => rate.From).Count() == facts.Rates.Count, "rates", null,
            "date-twice", "Give one rate for each date.");
        return problems.Found;
    }

    private static void Code(string field, string code, Problems problems) =>
        problems.Require(Currency.IsCode(code), field, code, "currency-unknown", "Give an ISO 4217 code, such as DKK.");
}
