namespace KpiGrid.Web.Report.Files;

/// <summary>What came of a file, as shown.</summary>
public sealed record FileView
{
    /// <summary>What came of it.</summary>
    public required string Title { get; init; }

    /// <summary>The pilot.</summary>
    public required string Pilot { get; init; }

    /// <summary>Its page.</summary>
    public required string PilotAddress { get; init; }

    /// <summary>The id of the file.</summary>
    public required string Import { get; init; }

    /// <summary>What is to be said, in sentences.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>How far it is; null when it is at its end.</summary>
    public ProgressView? Progress { get; init; }

    /// <summary>What it brought, by stream.</summary>
    public required IReadOnlyList<FileStreamLine> Streams { get; init; }

    /// <summary>The form that takes it out again; null when nothing of it counts.</summary>
    public UndoView? Undo { get; init; }

    /// <summary>The page for another file.</summary>
    public required string UploadAddress { get; init; }
}

/// <summary>How far a file is.</summary>
/// <param name="Done">So many are recorded.</param>
/// <param name="Total">Of so many.</param>
/// <param name="Text">The same in words.</param>
/// <param name="Again">The page itself.</param>
public sealed record ProgressView(int Done, int Total, string Text, string Again);

/// <summary>What a file brought of one stream.</summary>
/// <param name="Kpi">The KPI.</param>
/// <param name="Class">Class and participant.</param>
/// <param name="Address">The stream's page.</param>
/// <param name="Counting">How many count.</param>
/// <param name="TakenOut">How many were taken out.</param>
/// <param name="Days">From when to when.</param>
public sealed record FileStreamLine(string Kpi, string Class, string Address, string Counting, string TakenOut, string Days);

/// <summary>The form that takes a file out.</summary>
/// <param name="Action">Where it is sent.</param>
/// <param name="Token">Its token, name and value.</param>
/// <param name="Button">What it does.</param>
/// <param name="Reason">The reason typed.</param>
/// <param name="Problem">What is wrong with that; null when nothing is.</param>
public sealed record UndoView(string Action, (string Name, string Value) Token, string Button, string Reason, string? Problem);
