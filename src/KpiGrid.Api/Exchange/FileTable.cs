namespace KpiGrid.Api.Exchange;

/// <summary>A table as a file holds it: a row of names, and rows of texts.</summary>
/// <param name="Header">What the columns are called.</param>
/// <param name="Rows">The rows below it that have something in them.</param>
internal sealed record FileTable(IReadOnlyList<string> Header, IReadOnlyList<FileRow> Rows);

/// <summary>A row of a file.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Cells">Its cells; those of a short row are missing at the end.</param>
internal sealed record FileRow(long Line, IReadOnlyList<FileCell> Cells)
{
    public FileCell At(int column) => column < Cells.Count ? Cells[column] : default;
}

/// <summary>A cell.</summary>
/// <param name="Value">Its text; of a number its digits with a dot.</param>
/// <param name="IsNumber">Whether the file itself says that it is a number: then its dot is no question of style.</param>
internal readonly record struct FileCell(string Value, bool IsNumber = false)
{
    public string Text => Value ?? "";

    public bool IsBlank => string.IsNullOrWhiteSpace(Value);
}

/// <summary>A file cannot be read; the problem says why and what to do.</summary>
internal sealed class FileRefusedException(Problem problem, long? line = null, int status = StatusCodes.Status422UnprocessableEntity)
    : Exception(problem.Remedy)
{
    public Problem Problem { get; } = problem;

    /// <summary>Where, from 1; null where it is of the whole file.</summary>
    public long? Line { get; } = line;

    public int Status { get; } = status;
}
