namespace KpiGrid.Silo.Pilots;

/// <summary>The cells that a whole family comes to: the pilot's own and each municipality's.</summary>
internal sealed class FamilyCells
{
    private readonly bool confidential;

    private FamilyCells(bool confidential) => this.confidential = confidential;

    public Dictionary<CellKey, CellValue> Total { get; } = [];

    public Dictionary<MunicipalityId, Dictionary<CellKey, CellValue>> Parts { get; } = [];

    /// <summary>By which rules figures that met were settled, by day.</summary>
    public SortedDictionary<DateOnly, Meetings> Meetings { get; } = [];

    public bool Has(MunicipalityId municipality, CellKey key) =>
        Parts.TryGetValue(municipality, out var cells) && cells.ContainsKey(key);

    /// <summary>Whether every cell booked before a day holds the same in both, the pilot's own and each municipality's.</summary>
    public bool IsSameBefore(DateOnly day, FamilyCells other) => IsSame(Total, other.Total, day)
        && Parts.Keys.Union(other.Parts.Keys).All(place =>
            IsSame(Parts.GetValueOrDefault(place, []), other.Parts.GetValueOrDefault(place, []), day));

    private static bool IsSame(Dictionary<CellKey, CellValue> one, Dictionary<CellKey, CellValue> other, DateOnly day) =>
        one.All(cell => cell.Key.Days.Last >= day || other.GetValueOrDefault(cell.Key) == cell.Value)
        && other.Keys.All(key => key.Days.Last >= day || one.ContainsKey(key));

    public static FamilyCells Of(Family family, ShareTimeline shares, bool confidential)
    {
        var cells = new FamilyCells(confidential);
        if (family.Kind.IsStanding()) cells.AddStanding(family.Closings(shares));
        else foreach (var figure in family.SettleAll(shares)) cells.Add(figure);
        return cells;
    }

    private void Add(SettledFigure figure)
    {
        if (figure.Rule.Meeting() is var met && met != KpiGrid.Meetings.None) Meet(figure.Figure.Key.Days.Last, met);
        AddTo(Total, new(figure.Figure.Key, figure.Counted));
        foreach (var part in figure.Parts) AddTo(Of(part.Municipality), new(figure.Figure.Key, part.Value));
    }

    private void AddStanding(IReadOnlyList<Closing> closings)
    {
        foreach (var closing in closings)
            Meet(closing.Day, closing.Figures.Aggregate(
                KpiGrid.Meetings.None, (rules, figure) => rules | figure.Rule.Meeting()));
        foreach (var cell in Closing.Changes(closings, closing => closing.Figures
            .Select(figure => new Cell(figure.Figure.Key, figure.Counted)))) AddTo(Total, cell);
        var municipalities = closings.SelectMany(closing => closing.Figures)
            .SelectMany(figure => figure.Parts).Select(part => part.Municipality).Distinct();
        foreach (var municipality in municipalities)
            foreach (var cell in Closing.Changes(closings, closing => closing.Figures
                .SelectMany(figure => figure.Parts.Where(part => part.Municipality == municipality)
                    .Select(part => new Cell(figure.Figure.Key, part.Value))))) AddTo(Of(municipality), cell);
    }

    private void Meet(DateOnly day, Meetings rules) => Meetings[day] = Meetings.GetValueOrDefault(day) | rules;

    private Dictionary<CellKey, CellValue> Of(MunicipalityId municipality)
    {
        if (!Parts.TryGetValue(municipality, out var cells)) Parts.Add(municipality, cells = []);
        return cells;
    }

    private void AddTo(Dictionary<CellKey, CellValue> cells, Cell cell)
    {
        var key = cell.Key with { Confidential = confidential };
        var sum = cells.GetValueOrDefault(key) + cell.Value;
        if (sum == CellValue.None) cells.Remove(key); else cells[key] = sum;
    }
}
