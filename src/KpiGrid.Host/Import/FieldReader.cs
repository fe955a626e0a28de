namespace KpiGrid.Host.Import;

/// <summary>Reads one field of a row: cell to label to code, each distinct cell worked out once.</summary>
internal sealed class FieldReader
{
    /// <summary>A column of free text must not fill the memory with what was seen.</summary>
    private const int SeenMax = 100_000;

    private readonly FieldMap map;
    private readonly string name;
    private readonly Func<string, string?> remedyFor;
    private readonly Dictionary<string, Reading> seen = [];
    private readonly Dictionary<string, Reading>.AlternateLookup<ReadOnlySpan<char>> seenBySpan;
    private readonly Reading? constant;

    /// <param name="map">Where the field comes from.</param>
    /// <param name="field">Its name in the mapping.</param>
    /// <param name="columns">The columns of the file.</param>
    /// <param name="remedyFor">What to do about a code that is not allowed; null for one that is.</param>
    public FieldReader(FieldMap map, string field, Columns columns, Func<string, string?> remedyFor)
    {
        this.map = map;
        name = field;
        this.remedyFor = remedyFor;
        seenBySpan = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (map.Column is null == map.Constant is null)
        {
            throw new ImportMapException($"fields.{field}: give either a column or a constant");
        }
        if (map.Column is { } column) Ordinal = columns.Find($"fields.{field}", column);
        else constant = Constant(map.Constant!);
    }

    public int Ordinal { get; } = -1;

    public string Column => map.Column ?? name;

    /// <summary>The first day of a code that came later.</summary>
    public DateOnly? ValidFrom(string code) => map.ValidFrom.TryGetValue(code, out var first) ? first : null;

    /// <summary>The labels met so far with the codes they became, in the order of the file.</summary>
    public IEnumerable<(string Label, string Code)> Labels => constant is { Code: { } only }
        ? [(only, only)]
        : seen.Where(pair => pair.Value.Code is not null).Select(pair => (pair.Key, pair.Value.Code!));

    public Reading Read(ReadOnlySpan<char> cell)
    {
        if (constant is { } fixedReading) return fixedReading;
        cell = cell.Trim();
        if (seenBySpan.TryGetValue(cell, out var known)) return known;
        var label = cell.ToString();
        var reading = Work(label);
        if (seen.Count < SeenMax) seen.Add(label, reading);
        return reading;
    }

    private Reading Constant(string code) => remedyFor(code) is { } remedy
        ? throw new ImportMapException($"fields.{name}: constant '{code}': {remedy}")
        : new(code, null);

    private Reading Work(string label)
    {
        if (map.Missing.Contains(label)) return default;
        if (map.Labels is null || !map.Labels.TryGetValue(label, out var code))
        {
            if (map.Slug) code = Slug.Of(label);
            else if (map.Labels is not null)
                return new(null, $"No code for this label: add it to fields.{name}.labels");
            else code = label;
        }
        if (map.Pattern is not null) return PeriodPattern.Read(code, map);
        code = map.Prefix + (map.Pad > 0 ? code.PadLeft(map.Pad, '0') : code);
        return remedyFor(code) is { } remedy ? new(null, remedy) : new(code, null);
    }

    /// <summary>A code, or a remedy, or neither when the cell says nothing.</summary>
    internal readonly record struct Reading(string? Code, string? Remedy);
}
