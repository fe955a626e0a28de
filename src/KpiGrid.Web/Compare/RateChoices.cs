using System.Text.Json;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Rates;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Compare;

/// <summary>The currencies that money can be shown in: both of every pinned rate series.</summary>
internal sealed class RateChoices(IGrainFactory grains, IOptions<ApiOptions> limits)
{
    public async Task<IReadOnlyList<ChoiceOption>> Read(ViewState state, Words words)
    {
        var options = new List<ChoiceOption> { new("", words.Compare.AsPaid, state.Money is null) };
        foreach (var series in (await grains.GetGrain<IRegistryListGrain>(0).List("rates", null, limits.Value.PageSizeMax)).Items)
        {
            var facts = JsonSerializer.Deserialize<RateSeriesFacts>(series.Entry.Facts, KpiGridJson.Options)!;
            foreach (var currency in (string[])[facts.Base, facts.Quote])
            {
                var money = new Views.Money(series.Id, currency);
                options.Add(new(money.ToString(), $"{currency}, {facts.Name}", money == state.Money));
            }
        }
        return options;
    }

    /// <summary>By which rates money was converted, in a sentence.</summary>
    public static string Told(Words words, RatesAnswer rates)
    {
        var used = string.Join(", ", rates.Used.Select(rate =>
            $"1 {rates.Base} = {words.Number(rate.Value)} {rates.Quote} ({words.Day(rate.From)})"));
        return Words.Fill(words.Compare.Rate, rates.Currency, used.Length == 0 ? "–" : used, rates.Name,
            words.Number((int)rates.Version), rates.Source) + (rates.Sample ? " " + words.Compare.RateSample : "");
    }
}
