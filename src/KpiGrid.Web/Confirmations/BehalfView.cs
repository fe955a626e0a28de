using KpiGrid.Web.Pages;

namespace KpiGrid.Web.Confirmations;

/// <summary>What was reported on behalf of a place's municipalities, as shown.</summary>
public sealed record BehalfView
{
    /// <summary>How many parts wait for a confirmation, in words.</summary>
    public required string Waiting { get; init; }

    /// <summary>The figures, the newest first; none: nothing was reported on their behalf.</summary>
    public required IReadOnlyList<BehalfRow> Figures { get; init; }

    /// <summary>How many more there are or are hidden, in words.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Where a form goes; null where the reader speaks for nobody here.</summary>
    public string? Action { get; init; }

    /// <summary>What is wrong with what was sent, in words.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    /// <summary>Against forms from elsewhere; null where there is no form.</summary>
    public FormToken? Token { get; init; }
}

/// <summary>A figure that was reported on behalf of participants.</summary>
/// <param name="Pilot">The pilot's id.</param>
/// <param name="PilotName">Its name.</param>
/// <param name="PilotAddress">Its page.</param>
/// <param name="Kpi">The KPI's code.</param>
/// <param name="KpiName">Its name, with the class.</param>
/// <param name="StreamAddress">The page of its KPI stream.</param>
/// <param name="Measurement">The measurement's id.</param>
/// <param name="Revision">The revision shown.</param>
/// <param name="Told">Period, figure and on whose behalf, in words.</param>
/// <param name="Lines">How it was settled, and the key.</param>
/// <param name="Members">The participants shown.</param>
public sealed record BehalfRow(
    string Pilot, string PilotName, string PilotAddress, string Kpi, string KpiName, string StreamAddress, string Measurement,
    int Revision, string Told, IReadOnlyList<string> Lines, IReadOnlyList<MemberRow> Members);

/// <summary>A participant, its part and what it says.</summary>
/// <param name="Name">The participant.</param>
/// <param name="Part">Its part, in words.</param>
/// <param name="Said">What it says, in words.</param>
/// <param name="ActId">The id of the act that a form makes, so that a form sent twice is one act.</param>
public sealed record MemberRow(string Name, string Part, string Said, string ActId);
