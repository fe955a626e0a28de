using KpiGrid.Api.Exchange;
using Sylvan.Data.Csv;

namespace KpiGrid.Host.Import;

/// <summary>Puts the cells of a row together into measurements: one for each value column that is not blank.</summary>
internal sealed class RowFields
{
    private readonly ImportMap map;
    private readonly int[] key;
    private readonly ValueReader[] values;
    private readonly RowIds? ids;
    private readonly FieldReader? kpi, @class, period, unit, id, flag, note;
    private readonly RowChecks? checks;
    private readonly List<ImportRow> found = [];

    public RowFields(ImportMap map, Columns columns, bool withIds, RowChecks? checks)
    {
        this.map = map;
        this.checks = checks;
        var rules = map.Fields;
        Pilot = Field(rules.Pilot, "pilot", columns, CodeRules.Pilot)
            ?? throw new ImportMapException("fields.pilot: say where the pilot comes from");
        period = Field(rules.Period, "period", columns, CodeRules.Period)
            ?? throw new ImportMapException("fields.period: say where the period comes from");
        Municipality = Field(rules.Municipality, "municipality", columns, CodeRules.Municipality);
        kpi = Field(rules.Kpi, "kpi", columns, CodeRules.Kpi);
        @class = Field(rules.Class, "class", columns, CodeRules.Class);
        unit = Field(rules.Unit, "unit", columns, CodeRules.Unit);
        id = Field(rules.Id, "id", columns, CodeRules.Id);
        flag = Field(rules.Flag, "flag", columns, CodeRules.Flag);
        note = Field(rules.Note, "note", columns, CodeRules.Note);
        values = [.. map.Values.Select((column, index) => new ValueReader(map, column, index, columns))];
        if (values.Length == 0) throw new ImportMapException("values: name at least one column of values");
        HasDeclaredIds = id is not null || map.Key.Count > 0;
        key = map.Key.Count > 0
            ? [.. map.Key.Select(column => columns.Find("key", column))]
            : [.. Enumerable.Range(0, columns.Count)];
        if (!RowIds.IsPrefix(map.IdPrefix))
            throw new ImportMapException($"idPrefix: '{map.IdPrefix}' must be 1 to {RowIds.PrefixMax} printable ASCII characters");
        var derived = new RowIds(map.IdPrefix);
        if (withIds && id is null) ids = derived;
    }

    public FieldReader Pilot { get; }

    public FieldReader? Municipality { get; }

    public bool HasDeclaredIds { get; }

    public long Blanks { get; private set; }

    public long LostDigits { get; private set; }

    public IEnumerable<RowError> Doubts => values.SelectMany(column => column.Doubts);

    public IReadOnlyList<ImportRow> Read(CsvDataReader csv, long line, RowErrors errors)
    {
        found.Clear();
        var cells = new RowCells(csv, line, errors);
        var shared = Shared(cells);
        checks?.Look(cells, shared.Period);
        foreach (var column in values) Take(column, cells, shared);
        return found;
    }

    private static FieldReader? Field(FieldMap? rule, string name, Columns columns, Func<string, string?> remedyFor) =>
        rule is null ? null : new(rule, name, columns, remedyFor);

    private ImportRow Shared(RowCells cells) => new()
    {
        Line = cells.Line,
        Pilot = cells.Require(Pilot),
        Period = cells.Require(period!),
        Kpi = cells.Optional(kpi) ?? "",
        Class = cells.Optional(@class),
        Municipality = cells.Optional(Municipality),
        Unit = cells.Optional(unit),
        Flag = cells.Optional(flag),
        Note = cells.Optional(note),
        Id = id is null ? "" : cells.Require(id),
        Value = default,
    };

    private void Take(ValueReader column, RowCells cells, ImportRow row)
    {
        var text = cells.Text(column.Ordinal).Trim();
        var derived = ids is null ? OwnId(column, row.Id) : DerivedId(ids, column, cells);
        if (column.IsMissing(text))
        {
            Blanks++;
            return;
        }
        column.Meet(text, cells.Line);
        if (!column.TryRead(text, out var value, out var lostDigits))
        {
            cells.Refuse(column.Ordinal, column.Name, column.RemedyFor(text));
            return;
        }
        if (lostDigits) row = row with { Note = row.Note ?? LostDigitsOf(column, cells, text) };
        row = row with
        {
            Id = derived, Value = value, Kpi = column.Kpi ?? row.Kpi, Class = column.Class ?? row.Class,
            Unit = column.Unit ?? row.Unit,
        };
        if (value.Sign < 0) row = row with { Flag = row.Flag ?? map.NegativeFlag, Note = row.Note ?? map.NegativeNote };
        if (row.Kpi.Length == 0 && !cells.IsRefused)
            cells.Refuse(-1, "kpi", "Say which KPI this is, in fields.kpi or with the value column");
        RefuseBefore(row, cells);
        if (!cells.IsRefused) found.Add(row);
    }

    // The digits that are gone stay visible beside the value.
    private string LostDigitsOf(ValueReader column, RowCells cells, ReadOnlySpan<char> text)
    {
        LostDigits++;
        var digits = SignificantDigits.Of(text);
        checks?.Told.Add(cells.Line, column.Name, text.ToString(),
            $"{digits} significant digits are left: get the number from before the file passed through a spreadsheet");
        return $"{digits} significant digits";
    }

    private void RefuseBefore(ImportRow row, RowCells cells)
    {
        if (row.Class is not { } code || @class?.ValidFrom(code) is not { } first) return;
        if (KpiGrid.Period.TryParse(row.Period, out var days) && days.First < first)
            cells.Refuse(@class.Ordinal, @class.Column,
                $"There is no class {code} before {first:O}: leave the value out, a zero would be a false one");
    }

    // The column belongs to the key: two values of one row are two measurements.
    private string DerivedId(RowIds ids, ValueReader column, RowCells cells)
    {
        foreach (var ordinal in key) ids.Add(cells.Text(ordinal).Trim());
        ids.Add(column.Name);
        return ids.Next();
    }

    private string OwnId(ValueReader column, string own) => values.Length == 1 ? own : $"{own}-{column.Number}";
}
