using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>A municipality, as the registry holds it: the document <c>municipality</c> of the HTTP API.</summary>
/// <remarks>After a merger the same code may stand for another territory: that is a second interval.</remarks>
[GenerateSerializer, Immutable, Alias("MunicipalityFacts")]
public sealed record MunicipalityFacts
{
    /// <summary>The country, two capital letters.</summary>
    [Id(0)]
    public string Country { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The IANA time zone of its days.</summary>
    [Id(1)]
    public string TimeZone { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>When the code stood for what; half-open and apart.</summary>
    [Id(2)]
    public IReadOnlyList<MunicipalityInterval> Intervals { get; init => field = value.ToArray(); } = [];

    /// <summary>Inhabitants over time.</summary>
    [Id(3)]
    public IReadOnlyList<Population> Population { get; init => field = value.ToArray(); } = [];

    /// <summary>What values may be divided by besides inhabitants; left out of the document where there is none.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Normaliser>? Normalisers { get; init => field = value?.ToArray(); }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check() => MunicipalityCheck.Of(this);

    /// <summary>The interval in force on a day; null when there is none.</summary>
    public MunicipalityInterval? On(DateOnly day) =>
        Intervals.FirstOrDefault(interval => interval.From <= day && !(interval.To <= day));
}
