using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>Pinned, dated exchange rates between two currencies: the document <c>rates</c> of the HTTP API.</summary>
/// <remarks>Every answer that converts money names the series, its version and the rate, so that it can be computed
/// again. No rate is ever asked for elsewhere.</remarks>
[GenerateSerializer, Immutable, Alias("RateSeriesFacts")]
public sealed record RateSeriesFacts
{
    /// <summary>The name.</summary>
    [Id(0)]
    public string Name { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The ISO 4217 code of which one unit is priced, such as <c>EUR</c>.</summary>
    [Id(1)]
    public string Base { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The ISO 4217 code that the price is in, such as <c>DKK</c>.</summary>
    [Id(2)]
    public string Quote { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>Where the rates are from.</summary>
    [Id(3)]
    public string Source { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The rates, in any order.</summary>
    [Id(4)]
    public IReadOnlyList<Rate> Rates { get; init => field = value.ToArray(); } = [];

    /// <summary>Whether it is invented, to show how it looks.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Sample { get; init; }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check() => RateSeriesCheck.Of(this);

    /// <summary>Whether a text is the id of a series: <c>[a-z0-9-]{1,64}</c>.</summary>
    public static bool IsId(string text) => IdText.IsSlug(text, 64);

    /// <summary>The rate in force on a day: the latest from on or before it; null before the first.</summary>
    public Rate? On(DateOnly day) => Rates.Where(rate => rate.From <= day).MaxBy(rate => rate.From);
}
