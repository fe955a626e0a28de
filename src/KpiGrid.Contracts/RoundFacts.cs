using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>A partner meeting of a region, as the registry holds it: the document <c>round</c> of the HTTP API.</summary>
/// <remarks>What moved in a round is what was recorded from the cut-off of the round before to its own.</remarks>
public sealed record RoundFacts
{
    /// <summary>What it is called.</summary>
    public string Title { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>The day they meet.</summary>
    public DateOnly Date { get; init; }

    /// <summary>What was recorded up to here counts.</summary>
    [JsonConverter(typeof(InstantJson))]
    public DateTimeOffset CutOff { get; init => field = value.ToUniversalTime(); }

    /// <summary>Who speaks, in order; 1 to 1,000, nobody twice. A guest need not be a member of the region.</summary>
    public IReadOnlyList<MunicipalityId> Members { get; init => field = value.ToArray(); } = [];

    /// <summary>The one number of those who choose none; null for the first KPI that moved.</summary>
    public KpiCode? Kpi { get; init; }

    /// <summary>Whether it is invented, to show how it looks.</summary>
    public bool Sample { get; init; }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check() => RoundCheck.Of(this);
}
