namespace KpiGrid.Web.Explain;

/// <summary>The measurements behind a number, as shown.</summary>
public sealed record ExplainView
{
    /// <summary>The place's name.</summary>
    public required string Place { get; init; }

    /// <summary>The place's page.</summary>
    public required string PlaceAddress { get; init; }

    /// <summary>The KPI's name.</summary>
    public required string Kpi { get; init; }

    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>The local day.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The number, in words; null when there is none.</summary>
    public string? Total { get; init; }

    /// <summary>What was divided by what; null where nothing was.</summary>
    public string? Quotient { get; init; }

    /// <summary>How values of the kind come together.</summary>
    public required string Rule { get; init; }

    /// <summary>What the lines are to the total.</summary>
    public required string Intro { get; init; }

    /// <summary>The measurements of this page of the list.</summary>
    public required IReadOnlyList<ExplainRow> Rows { get; init; }

    /// <summary>What is hidden, in words; null when nothing is.</summary>
    public string? Hidden { get; init; }

    /// <summary>The next page; null on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>The same as JSON.</summary>
    public required string JsonAddress { get; init; }
}

/// <summary>One measurement.</summary>
/// <param name="Pilot">The pilot's name.</param>
/// <param name="PilotAddress">Its page.</param>
/// <param name="Id">The measurement's id.</param>
/// <param name="StreamAddress">The KPI stream's page.</param>
/// <param name="Class">Class and participant, in words; empty for neither.</param>
/// <param name="Period">The days it covers.</param>
/// <param name="Sent">As it was sent, with its conversion.</param>
/// <param name="Parts">What it gives to whom.</param>
/// <param name="Obtained">How it was obtained, and what else to know.</param>
/// <param name="Behalf">How it was settled and by which key, where it was reported on behalf of participants.</param>
/// <param name="Recorded">When, by whom, which revision.</param>
/// <param name="Remarks">Reason, note and evidence.</param>
public sealed record ExplainRow(
    string Pilot, string PilotAddress, string Id, string StreamAddress, string Class, string Period, string Sent,
    IReadOnlyList<ExplainPartLine> Parts, string Obtained, IReadOnlyList<string> Behalf, string Recorded, IReadOnlyList<string> Remarks);

/// <summary>What a measurement gives to a municipality.</summary>
/// <param name="To">The municipality; empty for the pilot itself.</param>
/// <param name="Share">Its share; empty for all of it.</param>
/// <param name="Amount">The amount, in words.</param>
/// <param name="Said">What it says of what was reported on its behalf; empty where it was not.</param>
public sealed record ExplainPartLine(string To, string Share, string Amount, string Said);
