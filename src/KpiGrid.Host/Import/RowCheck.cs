namespace KpiGrid.Host.Import;

/// <summary>Checks one row by one rule.</summary>
internal sealed class RowCheck
{
    private readonly CheckRule rule;
    private readonly NumberCells numbers;
    private readonly int[] parts;
    private readonly int per = -1;

    private RowCheck(ImportMap map, CheckRule rule, string field, Columns columns, string column)
    {
        this.rule = rule;
        Column = column;
        Ordinal = columns.Find(field, column);
        numbers = new(map, field);
        parts = [.. rule.Parts.Select(part => columns.Find($"{field}.parts", part))];
        if (rule.Per is { } divisor) per = columns.Find($"{field}.per", divisor);
    }

    public string Column { get; }

    public int Ordinal { get; }

    public static RowCheck Of(ImportMap map, CheckRule rule, string field, Columns columns) =>
        (rule.Year ?? rule.Of) is { } column
            ? new(map, rule, field, columns, column)
            : throw new ImportMapException($"{field}: say which column is checked, in of or in year");

    /// <summary>The question to ask about a row; null when nothing is odd.</summary>
    public string? Ask(RowCells cells, string period)
    {
        if (rule.Year is not null) return AskYear(cells, period);
        if (!numbers.TryRead(cells.Text(Ordinal), out var value) || value.Sign == 0) return null;
        return parts.Length > 0 ? AskParts(cells, value) : AskRange(cells, value.Sign < 0 ? -value : value);
    }

    private string? AskYear(RowCells cells, string period)
    {
        var year = cells.Text(Ordinal).Trim();
        if (year.IsEmpty || !KpiGrid.Period.TryParse(period, out var days)) return null;
        return year.SequenceEqual(days.Last.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture))
            ? null
            : $"{rule.Name}: the period {period} decides; correct the year if the period is right, else the period";
    }

    private string? AskParts(RowCells cells, Amount total)
    {
        var sum = Amount.Zero;
        foreach (var part in parts)
        {
            if (numbers.TryRead(cells.Text(part), out var value)) sum += value;
        }
        return sum - total is var apart && (apart.Sign < 0 ? -apart : apart) <= rule.Tolerance
            ? null
            : $"{rule.Name}: the parts add to {sum}, {apart} from it: is a unit or a mark lost in one of them?";
    }

    private string? AskRange(RowCells cells, Amount value)
    {
        var size = value;
        if (per >= 0)
        {
            if (!numbers.TryRead(cells.Text(per), out var divisor)) return null;
            if (Amount.Quotient(value, divisor) is not { } quotient) return null;
            size = quotient;
        }
        return size < rule.Min || size > rule.Max
            ? $"{rule.Name}: {size} is not from {rule.Min} to {rule.Max}: was it sent in another unit?"
            : null;
    }
}
