namespace KpiGrid.Web.Report;

/// <summary>A choice in a list.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="IsChosen">Whether it is the one chosen.</param>
public sealed record Choice(string Value, string Text, bool IsChosen);

/// <summary>The form in which one measurement of a pilot is reported or corrected, as shown.</summary>
public sealed record ReportView
{
    /// <summary>What the form does.</summary>
    public required string Title { get; init; }

    /// <summary>The pilot's name.</summary>
    public required string Pilot { get; init; }

    /// <summary>Its page.</summary>
    public required string PilotAddress { get; init; }

    /// <summary>Whether the pilot is invented.</summary>
    public required bool IsSample { get; init; }

    /// <summary>The streams to choose from, and the form that chooses.</summary>
    public required IReadOnlyList<Choice> Streams { get; init; }

    /// <summary>The address of the form that chooses a stream.</summary>
    public required string ChooseAction { get; init; }

    /// <summary>The page of the other pilots.</summary>
    public required string PilotsAddress { get; init; }

    /// <summary>The page on which a file is sent.</summary>
    public required string UploadAddress { get; init; }

    /// <summary>The form; null where no stream is chosen yet.</summary>
    public ReportFormView? Form { get; init; }
}

/// <summary>The fields of the form.</summary>
public sealed record ReportFormView
{
    /// <summary>The KPI's name.</summary>
    public required string Kpi { get; init; }

    /// <summary>Class and participant; empty for neither.</summary>
    public required string Class { get; init; }

    /// <summary>What exactly is counted; empty when nothing is said.</summary>
    public required string Definition { get; init; }

    /// <summary>Where it is sent.</summary>
    public required string Action { get; init; }

    /// <summary>Name and value of each field that is not seen.</summary>
    public required IReadOnlyList<(string Name, string Value)> Hidden { get; init; }

    /// <summary>What is asked about before anything is recorded.</summary>
    public SlipQuestion? Asked { get; init; }

    /// <summary>What is wrong and belongs to no field, in words.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>The problems by name of field.</summary>
    public required IReadOnlyDictionary<string, string> FieldProblems { get; init; }

    /// <summary>The periods to choose from; empty where a day is picked.</summary>
    public required IReadOnlyList<Choice> Periods { get; init; }

    /// <summary>The period chosen.</summary>
    public required string Period { get; init; }

    /// <summary>A period written out.</summary>
    public required string OtherPeriod { get; init; }

    /// <summary>The last day that can be picked.</summary>
    public required string LastDay { get; init; }

    /// <summary>The numbers.</summary>
    public required IReadOnlyList<NumberField> Numbers { get; init; }

    /// <summary>The units to choose from; empty where there is no choice.</summary>
    public required IReadOnlyList<Choice> Units { get; init; }

    /// <summary>Whether ids can be named to be counted.</summary>
    public required bool TakesMembers { get; init; }

    /// <summary>The ids named, one a line.</summary>
    public required string Members { get; init; }

    /// <summary>The reasons for which there may be no number, the first of which is that there is one.</summary>
    public required IReadOnlyList<Choice> Silences { get; init; }

    /// <summary>How it was obtained.</summary>
    public required IReadOnlyList<Choice> Flags { get; init; }

    /// <summary>Whether better data will follow.</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>A note.</summary>
    public required string Note { get; init; }

    /// <summary>Links to evidence, one a line.</summary>
    public required string Evidence { get; init; }

    /// <summary>On whose behalf; null where that is not asked.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Of a correction: what it says, and why; null for a new measurement.</summary>
    public CorrectionFields? Correction { get; init; }

    /// <summary>What was reported last.</summary>
    public required IReadOnlyList<LatestLine> Latest { get; init; }

    /// <summary>The page of the stream.</summary>
    public required string StreamAddress { get; init; }
}

/// <summary>A number to fill in.</summary>
/// <param name="Name">The name of the field.</param>
/// <param name="Label">What it is.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Unit">Its unit; empty where it is chosen.</param>
/// <param name="Meant">The numbers it may mean, where it may mean two.</param>
/// <param name="Scores">The values of a scale, where it is one.</param>
public sealed record NumberField(
    string Name, string Label, string Text, string Unit, IReadOnlyList<Choice> Meant, IReadOnlyList<Choice> Scores);

/// <summary>What a correction says.</summary>
/// <param name="Id">The measurement.</param>
/// <param name="Kinds">What kind of statement it is.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectionFields(string Id, IReadOnlyList<Choice> Kinds, string Reason);

/// <summary>A number that looks like a slip.</summary>
/// <param name="Text">Why it is asked about.</param>
/// <param name="Confirm">The button that says it is right.</param>
/// <param name="Confirmed">What that button sends.</param>
public sealed record SlipQuestion(string Text, string Confirm, string Confirmed);

/// <summary>A measurement reported before.</summary>
/// <param name="Period">For when.</param>
/// <param name="Value">As sent.</param>
/// <param name="Correct">The form that corrects it.</param>
public sealed record LatestLine(string Period, string Value, string Correct);
