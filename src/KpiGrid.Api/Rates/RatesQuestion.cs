using KpiGrid.Api.Questions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Rates;

/// <summary>A pinned series and what to convert to, as a question names them.</summary>
/// <param name="Series">The id of the series.</param>
/// <param name="Currency">The ISO 4217 code.</param>
internal sealed record RatesQuestion(string Series, string Currency)
{
    /// <summary>Reads both; null where neither is named, or anything is wrong with them.</summary>
    public static RatesQuestion? Read(string? series, string? currency, QuestionErrors errors)
    {
        if (series is null && currency is null) return null;
        if (series is null)
            errors.Refuse("rates", null, "rates-required", "Name the pinned series to convert by, such as rates=sample.");
        else if (!RateSeriesFacts.IsId(series))
            errors.Refuse("rates", series, "rates-unreadable", "Write the id of a rate series; GET /v1/rates lists those there are.");
        if (currency is null)
            errors.Refuse("currency", null, "currency-required", "Say what to convert to, such as currency=EUR.");
        else if (!KpiGrid.Currency.IsCode(currency))
            errors.Refuse("currency", currency, "currency-unknown", "Give an ISO 4217 code, such as EUR.");
        return errors.Any ? null : new(series!, currency!);
    }
}

/// <summary>Finds the rate series that questions name.</summary>
internal sealed class RatesFinder(KnownNouns nouns, IOptions<QuestionOptions> options)
{
    /// <summary>The series as it stands, or as it was known at an instant; null, and an error, where it is named and not there.</summary>
    public async Task<KnownNoun<RateSeriesFacts>?> Find(string? id, DateTimeOffset? asOf, QuestionErrors errors)
    {
        if (id is null) return null;
        var stream = $"rates/{id}";
        var series = asOf is null
            ? await nouns.Read<RateSeriesFacts>(stream, options.Value.FactsAge)
            : await nouns.ReadAsOf<RateSeriesFacts>(stream, asOf);
        if (series is null) errors.Unknown("rates", id, "rates-unknown", "There is no such rate series; GET /v1/rates lists those there are.");
        return series;
    }
}
