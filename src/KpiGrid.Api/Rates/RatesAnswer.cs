using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Rates;

/// <summary>By which rates money was converted.</summary>
/// <param name="Series">The id of the series.</param>
/// <param name="Version">Its head when this was answered.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where its rates are from.</param>
/// <param name="Currency">What was converted to.</param>
/// <param name="Base">One of this is worth.</param>
/// <param name="Quote">So much of that.</param>
/// <param name="Used">The rates used, with the day from which each holds.</param>
/// <param name="Sample">Whether it is invented.</param>
internal sealed record RatesAnswer(
    string Series, long Version, string Name, string Source, string Currency, string Base, string Quote,
    IReadOnlyList<Rate> Used, bool Sample)
{
    public static RatesAnswer Of(
        string id, KnownNoun<RateSeriesFacts> series, string currency, IEnumerable<Rate> used) => new(
        id, series.Entry.Head, series.Facts.Name, series.Facts.Source, currency, series.Facts.Base, series.Facts.Quote,
        [.. used.Distinct().OrderBy(rate => rate.From)], series.Facts.Sample);
}
