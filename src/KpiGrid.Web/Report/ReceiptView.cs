namespace KpiGrid.Web.Report;

/// <summary>What became of a report, as shown.</summary>
public sealed record ReceiptView
{
    /// <summary>What became of it, in a word.</summary>
    public required string Title { get; init; }

    /// <summary>What was recorded, in a sentence.</summary>
    public required string Text { get; init; }

    /// <summary>The pilot.</summary>
    public required string Pilot { get; init; }

    /// <summary>Its page.</summary>
    public required string PilotAddress { get; init; }

    /// <summary>The KPI.</summary>
    public required string Kpi { get; init; }

    /// <summary>How far each place moved.</summary>
    public required IReadOnlyList<MoveLine> Moves { get; init; }

    /// <summary>What else there is to say of them.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>The next report of the same stream.</summary>
    public required string Again { get; init; }

    /// <summary>The correction of this one; null where it was withdrawn.</summary>
    public string? Correct { get; init; }

    /// <summary>The page of the stream.</summary>
    public required string StreamAddress { get; init; }
}

/// <summary>How far a total moved.</summary>
/// <param name="Name">The place.</param>
/// <param name="Address">Its page.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Period">The period.</param>
/// <param name="Before">The total before.</param>
/// <param name="After">The total after.</param>
/// <param name="Change">The difference; empty where it is none of numbers.</param>
/// <param name="Coverage">How much of what was expected is inside; empty when nothing is.</param>
public sealed record MoveLine(
    string Name, string Address, string Kind, string Period, string Before, string After, string Change, string Coverage);
