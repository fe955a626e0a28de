namespace KpiGrid.Web.Report.Files;

/// <summary>What the rows of a file came to.</summary>
internal sealed record FileReading
{
    public required IReadOnlyList<FileColumn> Columns { get; init; }

    /// <summary>The measurements, each with the line it stands on; their ids are the file's, or made of their content.</summary>
    public required IReadOnlyList<(long Line, Measurement Measurement)> Measurements { get; init; }

    /// <summary>What is wrong.</summary>
    public required IReadOnlyList<FileError> Errors { get; init; }

    /// <summary>Rows without a value, as a template has them that is filled in here and there.</summary>
    public required int Blank { get; init; }

    /// <summary>Rows with one, good or not.</summary>
    public required int Filled { get; init; }
}

/// <summary>What is wrong with a row.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Column">What the file calls the column; empty where it is of the row.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Problem">What is wrong with it.</param>
internal sealed record FileError(long Line, string Column, string Value, Problem Problem);
