using System.Text.Json.Serialization;

namespace KpiGrid;

/// <summary>What a municipality says in its turn, besides its numbers: the document <c>turn</c> of the HTTP API.</summary>
/// <remarks>A page is read aloud in two minutes, so there is room for three steps of two lines.</remarks>
public sealed record TurnFacts
{
    /// <summary>"Nothing to report" shows the flag: a valid answer, and a counted one.</summary>
    public bool NothingToReport { get; init; }

    /// <summary>The one number to name; null for that of the round.</summary>
    public KpiCode? Kpi { get; init; }

    /// <summary>What comes next; at most 3.</summary>
    public IReadOnlyList<NextStep> Steps { get; init => field = value.ToArray(); } = [];

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public IReadOnlyList<Problem> Check() => TurnCheck.Of(this);
}

/// <summary>What comes next.</summary>
public sealed record NextStep
{
    /// <summary>In words; at most 280 characters.</summary>
    public string Text { get; init => field = PlainText.Nfc(value); } = "";

    /// <summary>By when; null where no day is set.</summary>
    public DateOnly? By { get; init; }

    /// <summary>The address of the instrument it takes, https or http; left out of the document where none is named.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Link { get; init => field = PlainText.NfcOrNull(value); }
}
