using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Confirmations;

/// <summary>What was reported on behalf of the municipalities of a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Waiting">How many parts wait for a confirmation: nobody has said anything of them as they count now.</param>
/// <param name="Figures">One a measurement, the newest first.</param>
internal sealed record ConfirmationsAnswer(string Node, int Waiting, IReadOnlyList<BehalfFigure> Figures)
{
    /// <summary>Figures beyond the limit; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? More { get; init; }

    /// <summary>Figures of pilots that the caller may not read; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenParts? Hidden { get; init; }
}

/// <summary>A measurement that was reported on behalf of participants.</summary>
internal sealed record BehalfFigure
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
    public required string Unit { get; init; }

    /// <summary>How it was settled with participants' own: see an explanation's lines.</summary>
    public required string Rule { get; init; }

    /// <summary>What stands beside it; of its members those asked for.</summary>
    public required BehalfAnswer Behalf { get; init; }

    /// <summary>With those members only that stand so; null when none does.</summary>
    public BehalfFigure? With(ConfirmationStatus? status)
    {
        var members = Behalf.Members.Where(member => status is null || member.Status == status).ToList();
        return members.Count == 0 ? null : this with { Behalf = Behalf with { Members = members } };
    }

    public static BehalfFigure Of(ExplainLine line, string? pilotName, IReadOnlyDictionary<string, string> named) => new()
    {
        Pilot = line.Entry.Stream.Pilot.Value, PilotName = pilotName, Kpi = line.Entry.Stream.Kpi.Value,
        Class = line.Entry.Stream.Class?.Value, Measurement = line.Entry.Sent.Id.ToString(), Revision = line.Entry.Revision,
        Period = KpiGrid.Period.Of(line.Entry.Days).ToString(), OnBehalfOf = line.Entry.Sent.OnBehalfOf!,
        RecordedAt = line.Entry.RecordedAt, Unit = line.Entry.Unit, Rule = line.Rule, Behalf = BehalfAnswer.Of(line, named)!,
    };
}

/// <summary>What became of an act.</summary>
internal sealed record ConfirmedAnswer(
    string Pilot, string Municipality, string Kpi, string Measurement, string Unit, SaidAnswer Said, bool Repeated)
{
    public static ConfirmedAnswer Of(PilotId pilot, Confirmation said, bool repeated) => new(
        pilot.Value, said.Act.Municipality.Value, said.Act.Kpi.Value, said.Act.Measurement.ToString(), said.Unit,
        SaidAnswer.Of(said), repeated);
}
