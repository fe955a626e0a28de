namespace KpiGrid.Host.Import;

/// <summary>Reads one column of values.</summary>
internal sealed class ValueReader
{
    private static readonly Amount Limit = Amount.Of(1_000_000_000_000_000);
    private readonly ValueColumn column;
    private readonly NumberStyle style;
    private readonly NumberMarks marks;

    public ValueReader(ImportMap map, ValueColumn column, int index, Columns columns)
    {
        this.column = column;
        var field = $"values[{index}]";
        Number = index + 1;
        Ordinal = columns.Find(field, column.Column);
        var own = column.Culture is not null || column.Decimal is not null;
        style = own
            ? DeclaredStyle.Of(field, column.Culture, column.Decimal, column.Thousands)
            : DeclaredStyle.Of(field, map.Culture, map.Decimal, map.Thousands);
        marks = new(style.Example[^2]);
        Check(field, "kpi", column.Kpi, CodeRules.Kpi);
        Check(field, "class", column.Class, CodeRules.Class);
        Check(field, "unit", column.Unit, CodeRules.Unit);
    }

    public int Number { get; }

    public int Ordinal { get; }

    public string Name => column.Column;

    public string? Kpi => column.Kpi;

    public string? Class => column.Class;

    public string? Unit => column.Unit;

    public IEnumerable<RowError> Doubts =>
        marks.Doubts().Select(doubt => new RowError(doubt.Line, Name, doubt.Value, doubt.Remedy));

    public void Meet(ReadOnlySpan<char> text, long line) => marks.Meet(text, line);

    public string RemedyFor(ReadOnlySpan<char> text)
    {
        foreach (var culture in (string[])["da", "en"])
        {
            var other = DeclaredStyle.Of(Name, culture, null, null);
            if (other.TryRead(text, out var value, out _))
                return $"Written like {other.Example} it is {value}, but the column is declared to be written like "
                    + $"{style.Example}: declare another culture, or mend the file where styles are mixed";
        }
        return $"Not a number below 1e15 with at most nine decimals, written like {style.Example}";
    }

    public bool IsMissing(ReadOnlySpan<char> text)
    {
        foreach (var mark in column.Missing)
        {
            if (text.SequenceEqual(mark)) return true;
        }
        return false;
    }

    public bool TryRead(ReadOnlySpan<char> text, out Amount value, out bool lostDigits) =>
        style.TryRead(text, out value, out lostDigits) && value < Limit && -value < Limit;

    private static void Check(string field, string member, string? code, Func<string, string?> remedyFor)
    {
        if (code is not null && remedyFor(code) is { } remedy)
        {
            throw new ImportMapException($"{field}.{member}: '{code}': {remedy}");
        }
    }
}
