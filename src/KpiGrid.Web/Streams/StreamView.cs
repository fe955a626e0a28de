namespace KpiGrid.Web.Streams;

/// <summary>The measurements of a KPI stream, as shown.</summary>
/// <param name="Pilot">The pilot's name.</param>
/// <param name="PilotAddress">Its page.</param>
/// <param name="Kpi">The KPI's name.</param>
/// <param name="Stream">The stream's address inside the pilot.</param>
/// <param name="Class">Class and participant, in words; empty for neither.</param>
/// <param name="Measurements">The measurements, by last day.</param>
/// <param name="Next">The next page; null on the last one.</param>
public sealed record StreamView(
    string Pilot, string PilotAddress, string Kpi, string Stream, string Class,
    IReadOnlyList<StreamMeasurement> Measurements, string? Next)
{
    /// <summary>Whether they are told to the pilot's own people only.</summary>
    public bool IsConfidential { get; init; }
}

/// <summary>A measurement.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Statements">What was said about it, the latest first.</param>
public sealed record StreamMeasurement(string Id, IReadOnlyList<StreamStatement> Statements);

/// <summary>A statement about a measurement.</summary>
/// <param name="Period">The days it covers.</param>
/// <param name="Sent">As it was sent, with its conversion.</param>
/// <param name="Obtained">How it was obtained.</param>
/// <param name="Recorded">When, by whom, which revision.</param>
/// <param name="Remarks">Reason, note, evidence.</param>
/// <param name="IsInForce">Whether it is what counts.</param>
/// <param name="Standing">Why it does not; empty where it does.</param>
public sealed record StreamStatement(
    string Period, string Sent, string Obtained, string Recorded, IReadOnlyList<string> Remarks, bool IsInForce,
    string Standing);
