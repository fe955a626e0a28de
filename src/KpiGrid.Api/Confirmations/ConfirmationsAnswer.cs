using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Confirmations;

/// <summary>What was reported on behalf of the municipalities of a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Waiting">How many parts wait for a confirmation: nobody has said anything of them, or of what they were
/// before.</param>
/// <param name="Lines">One a measurement and participant, the newest first.</param>
internal sealed record ConfirmationsAnswer(string Node, int Waiting, IReadOnlyList<ConfirmationLine> Lines)
{
    /// <summary>Lines beyond the limit; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? More { get; init; }

    /// <summary>Parts of pilots that the caller may not read; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenParts? Hidden { get; init; }
}

/// <summary>What one measurement gives to one participant.</summary>
internal sealed record ConfirmationLine
{
    public required string Pilot { get; init; }
    public string? PilotName { get; init; }
    public required string Kpi { get; init; }
    public string? Class { get; init; }

    /// <summary>The id of the measurement.</summary>
    public required string Measurement { get; init; }

    public required int Revision { get; init; }
    public required string Period { get; init; }

    /// <summary>On whose behalf, as the body said.</summary>
    public required string OnBehalfOf { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The figure; of a quotient its numerator, or value x weight.</summary>
    public required Amount Whole { get; init; }

    public required string Unit { get; init; }

    /// <summary>How it was settled with participants' own: see an explanation's lines.</summary>
    public required string Rule { get; init; }

    /// <summary>The participant, its part and what it says.</summary>
    public required MemberAnswer Member { get; init; }
}

/// <summary>What became of an act.</summary>
internal sealed record ConfirmedAnswer(
    string Pilot, string Municipality, string Kpi, string Measurement, string Unit, SaidAnswer Said, bool Repeated)
{
    public static ConfirmedAnswer Of(PilotId pilot, Confirmation said, bool repeated) => new(
        pilot.Value, said.Act.Municipality.Value, said.Act.Kpi.Value, said.Act.Measurement.ToString(), said.Unit,
        SaidAnswer.Of(said), repeated);
}
