using System.Text.Json.Serialization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Api.Late;

/// <summary>Who is late at a node on a day.</summary>
/// <param name="Node">The node.</param>
/// <param name="On">The day.</param>
/// <param name="GraceDays">Working days from the end of a period to its due date.</param>
/// <param name="Streams">The late KPI streams, those late the longest first.</param>
internal sealed record LateAnswer(string Node, DateOnly On, int GraceDays, IReadOnlyList<LateLine> Streams)
{
    /// <summary>Late streams of pilots that the caller may not read; null when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HiddenParts? Hidden { get; init; }

    /// <summary>What was late and has come since, the latest first, of periods due on the days looked back at.</summary>
    public IReadOnlyList<CameLine> Came { get; init; } = [];
}

/// <summary>A KPI stream that was late; the report has come.</summary>
/// <param name="Mark">The id of the late mark.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Period">The period that was missing first.</param>
/// <param name="Due">When it was due.</param>
/// <param name="MarkedAt">When it was recorded as late.</param>
/// <param name="CameAt">When the report, or a reason for silence, was recorded.</param>
internal sealed record CameLine(
    string Mark, string Stream, Period Period, DateOnly Due, DateTimeOffset MarkedAt, DateTimeOffset CameAt);

/// <summary>A late KPI stream.</summary>
internal sealed record LateLine
{
    public required string Stream { get; init; }
    public required string Pilot { get; init; }
    public string? PilotName { get; init; }
    public string? Lead { get; init; }
    public required string Kpi { get; init; }
    public string? Class { get; init; }

    /// <summary>The municipalities of the node that it is late for.</summary>
    public required IReadOnlyList<string> Municipalities { get; init; }

    /// <summary>The periods that were due and have neither a report nor a reason for silence.</summary>
    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>The due date of the first of them.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The day after.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Working days since the due date, in the countries of the municipalities.</summary>
    public required int WorkingDays { get; init; }

    /// <summary><c>never-reported</c>, <c>stopped</c> where nothing came after the missing periods began, else <c>gap</c>.</summary>
    public required string Why { get; init; }

    /// <summary>The last day that was reported.</summary>
    public DateOnly? ReportedUntil { get; init; }

    /// <summary>When the journal recorded that it is late; null when it has not yet.</summary>
    public DateTimeOffset? MarkedAt { get; init; }
}
