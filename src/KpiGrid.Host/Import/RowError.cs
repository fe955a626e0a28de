namespace KpiGrid.Host.Import;

/// <summary>What is wrong with one cell, where it stands in the file, and what to do about it.</summary>
internal sealed record RowError(long Line, string? Column, string? Value, string Remedy)
{
    public override string ToString() =>
        $"line {Line}" + (Column is null ? "" : $", {Column}") + (Value is null ? "" : $", '{Value}'") + $": {Remedy}";
}

/// <summary>Counts what was found and keeps the first of it.</summary>
internal sealed class RowErrors
{
    private const int KeptMax = 100;
    private readonly List<RowError> kept = [];

    public long Count { get; private set; }

    public IReadOnlyList<RowError> First => kept;

    public void Add(long line, string? column, string? value, string remedy)
    {
        Count++;
        if (kept.Count < KeptMax) kept.Add(new(line, column, Short(value), remedy));
    }

    private static string? Short(string? value) => value is { Length: > 60 } ? value[..60] + "…" : value;
}
