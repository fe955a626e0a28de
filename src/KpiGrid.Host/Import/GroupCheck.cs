using System.Globalization;
using Sylvan.Data.Csv;

namespace KpiGrid.Host.Import;

/// <summary>Adds up the rows of each group and holds the sum against the total that another file has for it.</summary>
internal sealed class GroupCheck
{
    private readonly ImportMap map;
    private readonly string path;
    private readonly NumberCells numbers;
    private readonly int of;
    private readonly int[] by;
    private readonly Dictionary<string, (Amount Sum, List<long> Lines)> groups = [];

    public GroupCheck(ImportMap map, CheckRule rule, string field, Columns columns, string folder)
    {
        this.map = map;
        Rule = rule;
        numbers = new(map, field);
        of = columns.Find($"{field}.of", rule.Of ?? "");
        by = [.. rule.By.Select(column => columns.Find($"{field}.by", column))];
        path = Path.Combine(folder, Path.GetFileName(rule.Against!.File));
        if (by.Length == 0 || by.Length != rule.Against.By.Count)
            throw new ImportMapException($"{field}: name the same number of columns in by and in against.by");
        if (!File.Exists(path))
            throw new ImportMapException($"{field}: there is no {path}: put it beside the file, or leave the check out");
    }

    public CheckRule Rule { get; }

    public void Meet(RowCells cells)
    {
        if (!numbers.TryRead(cells.Text(of), out var value)) return;
        var key = string.Join(' ', by.Select(ordinal => cells.Text(ordinal).Trim().ToString()));
        if (!groups.TryGetValue(key, out var group)) group = (Amount.Zero, []);
        group.Lines.Add(cells.Line);
        groups[key] = (group.Sum + value, group.Lines);
    }

    /// <summary>The groups that differ, with their lines; each is told on its first line.</summary>
    public IEnumerable<(IReadOnlyList<long> Lines, RowError Found)> Differences()
    {
        var totals = Totals();
        foreach (var (key, (sum, lines)) in groups)
        {
            var question = totals.TryGetValue(key, out var total)
                ? sum - total is var apart && (apart.Sign < 0 ? -apart : apart) <= Rule.Tolerance
                    ? null
                    : $"{key} adds to {sum}, {Path.GetFileName(path)} has {total}: {apart} apart"
                : $"{key} is not in {Path.GetFileName(path)}";
            if (question is null) continue;
            var rows = lines.Count.ToString(CultureInfo.InvariantCulture);
            yield return (lines, new(lines[0], Rule.Of, null, $"{Rule.Name}: {question} ({rows} rows)"));
        }
    }

    private Dictionary<string, Amount> Totals()
    {
        using var source = new ImportSource(path, map.Encoding).Open();
        using var csv = CsvDataReader.Create(source, new CsvDataReaderOptions { Delimiter = map.Delimiter[0] });
        var columns = new Columns(csv);
        var keys = Rule.Against!.By.Select(column => columns.Find("against.by", column)).ToArray();
        var total = columns.Find("against.total", Rule.Against.Total);
        var totals = new Dictionary<string, Amount>();
        while (csv.Read())
        {
            var key = string.Join(' ', keys.Select(ordinal => csv.GetString(ordinal).Trim()));
            if (numbers.TryRead(csv.GetString(total), out var value)) totals[key] = value;
        }
        return totals;
    }
}
