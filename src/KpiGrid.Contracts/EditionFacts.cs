using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>The numbers of a region as known at an instant, frozen: the document <c>edition</c> of the HTTP API.</summary>
/// <remarks>One record, never changed. <see cref="Hash"/> is that of <see cref="EditionText"/>.</remarks>
public sealed record EditionFacts
{
    /// <summary>The region.</summary>
    public RegionId Region { get; init; }

    /// <summary>What it is called; null where it is of a round that says so.</summary>
    public string? Title { get; init => field = PlainText.NfcOrNull(value); }

    /// <summary>The round it was made for, by its name in the region; null for none.</summary>
    public string? Round { get; init; }

    /// <summary>The instant as of which the numbers were known.</summary>
    [JsonConverter(typeof(InstantJson))]
    public DateTimeOffset CutOff { get; init => field = value.ToUniversalTime(); }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The day after the last.</summary>
    public DateOnly To { get; init; }

    /// <summary>The size of the periods.</summary>
    public PeriodSize By { get; init; }

    /// <summary>The members of the region as it was known then, on a day of these, in order of their codes.</summary>
    public IReadOnlyList<MunicipalityId> Members { get; init => field = value.ToArray(); } = [];

    /// <summary>The KPIs, in order of their codes, each in the definition known then.</summary>
    public IReadOnlyList<EditionKpi> Kpis { get; init => field = value.ToArray(); } = [];

    /// <summary>How far the journal streams behind the numbers had come: what the numbers were made of.</summary>
    public IReadOnlyList<EditionHead> Heads { get; init => field = value.ToArray(); } = [];

    /// <summary>The numbers: by KPI, the region before its members, by period.</summary>
    public IReadOnlyList<EditionLine> Lines { get; init => field = value.ToArray(); } = [];

    /// <summary>SHA-256 of the text of the numbers, in lower-case hexadecimal digits.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Whether the numbers are those that the hash was made of.</summary>
    [JsonIgnore]
    public bool IsIntact => Hash == EditionText.Hash(this);

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check() => EditionCheck.Of(this);
}

/// <summary>A KPI of an edition.</summary>
/// <param name="Kpi">Its code.</param>
/// <param name="Definition">The version of its definition.</param>
/// <param name="Unit">The unit of its values; <c>money</c> where each amount has its currency.</param>
public sealed record EditionKpi(KpiCode Kpi, int Definition, string Unit);

/// <summary>How far a journal stream had come.</summary>
/// <param name="Stream">Its name, such as <c>pilot/stop-byggespild</c>.</param>
/// <param name="Head">The sequence of its last record; 0 where there was none.</param>
public sealed record EditionHead(string Stream, long Head);

/// <summary>What one place had of one KPI in one period.</summary>
public sealed record EditionLine
{
    /// <summary>The place as addresses name it: <c>regions/…</c> or <c>municipalities/…</c>.</summary>
    public string Place { get; init; } = "";

    /// <summary>The KPI.</summary>
    public KpiCode Kpi { get; init; }

    /// <summary>The period.</summary>
    public Period Period { get; init; }

    /// <summary>The value, the median of a score; null where there was none, and of money, whose amounts follow.</summary>
    public Amount? Value { get; init; }

    /// <summary>How many measurement parts are in it.</summary>
    public int N { get; init; }

    /// <summary>The numerator, where the value is a quotient.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? A { get; init; }

    /// <summary>The denominator, where the value is a quotient.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? B { get; init; }

    /// <summary>The least that a distinct count can be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? AtLeast { get; init; }

    /// <summary>The most that it can be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? AtMost { get; init; }

    /// <summary>How many municipalities had reported.</summary>
    public int Reported { get; init; }

    /// <summary>How many were expected to.</summary>
    public int Expected { get; init; }

    /// <summary>The amounts of money, one a currency; empty for everything else.</summary>
    public IReadOnlyList<EditionAmount> Amounts { get; init => field = value.ToArray(); } = [];
}

/// <summary>An amount in one currency.</summary>
/// <param name="Unit">The currency.</param>
/// <param name="Value">The amount.</param>
public sealed record EditionAmount(string Unit, Amount Value);
