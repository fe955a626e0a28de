namespace KpiGrid.Web.Report.Files;

/// <summary>The page on which a file is sent and looked at.</summary>
public sealed record UploadView
{
    /// <summary>The pilot.</summary>
    public required string Pilot { get; init; }

    /// <summary>Its page.</summary>
    public required string PilotAddress { get; init; }

    /// <summary>The form for one figure.</summary>
    public required string ReportAddress { get; init; }

    /// <summary>A file to fill in.</summary>
    public required string TemplateAddress { get; init; }

    /// <summary>Where the file is sent.</summary>
    public required string Action { get; init; }

    /// <summary>The token of the form, its name and its value.</summary>
    public required (string Name, string Value) Token { get; init; }

    /// <summary>What a file may hold.</summary>
    public required string Limits { get; init; }

    /// <summary>Why the file could not be read; null where it could, or none was sent.</summary>
    public string? Refused { get; init; }

    /// <summary>What was found in the file.</summary>
    public PreviewView? Preview { get; init; }
}

/// <summary>What a file was understood as, and what would become of it.</summary>
public sealed record PreviewView
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What would become of it, in sentences.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>What each column was understood as.</summary>
    public required IReadOnlyList<ColumnLine> Columns { get; init; }

    /// <summary>The first rows, each with its line and its cells in the order of the columns.</summary>
    public required IReadOnlyList<(string Line, IReadOnlyList<string> Cells)> FirstRows { get; init; }

    /// <summary>What must be mended.</summary>
    public required IReadOnlyList<RowLine> Errors { get; init; }

    /// <summary>How many more there are.</summary>
    public required string ErrorsLeft { get; init; }

    /// <summary>Numbers that look like slips.</summary>
    public required IReadOnlyList<RowLine> Doubts { get; init; }

    /// <summary>The ways in which the numbers can be read, where that must be asked; else none.</summary>
    public required IReadOnlyList<Choice> Styles { get; init; }

    /// <summary>A number that can be read in two ways.</summary>
    public required string Doubtful { get; init; }

    /// <summary>What the next form sends along.</summary>
    public required IReadOnlyList<(string Name, string Value)> Kept { get; init; }

    /// <summary>The button that records it; null while something is in its way.</summary>
    public string? Confirm { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Title">What the file calls it.</param>
/// <param name="Meaning">What it was understood as.</param>
/// <param name="IsUsed">Whether it is used.</param>
public sealed record ColumnLine(string Title, string Meaning, bool IsUsed);

/// <summary>Something about a row.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Column">The column; empty for the row.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Text">What is to be said of it.</param>
public sealed record RowLine(string Line, string Column, string Value, string Text);
