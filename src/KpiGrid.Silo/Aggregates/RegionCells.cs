namespace KpiGrid.Silo.Aggregates;

/// <summary>The union of a region's members: every member's cells, and their sum on the days of membership. Pure.</summary>
internal sealed class RegionCells(Func<KpiCode, KpiKind> kindOf)
{
    private readonly ChildCells children = new();
    private readonly DutyBook duties = new();
    private Members members = new(new RegionFacts());

    /// <summary>The sum over the members, each on its member days.</summary>
    public CellTable Total { get; private set; } = new();

    public ChildCells Children => children;

    /// <summary>Puts other members; what each holds stays, the sum is made anew.</summary>
    public void SetMembers(Members changed)
    {
        members = changed;
        Total = new();
        duties.ForgetAll();
        foreach (var (id, child) in children.All)
            foreach (var kpi in child.Cells.Kpis) AddAll(MunicipalityId.Parse(id), child.Cells.Of(kpi)!, kpi, +1);
    }

    public void Take(string id, ChildChanges changes)
    {
        var (municipality, child) = (MunicipalityId.Parse(id), children.All[id]);
        foreach (var stream in changes.Duties) duties.Set(municipality, stream, child.Duties.GetValueOrDefault(stream));
        foreach (var kpi in changes.Cells.GroupBy(cell => cell.Key.Kpi))
        {
            if (kindOf(kpi.Key).IsStanding()) TakeStanding(municipality, child, kpi);
            else foreach (var (key, before, after) in kpi)
            {
                child.Cells.Set(new(key, after));
                if (members.DaysOf(municipality).Any(stay => stay.Contains(key.Days.Last))) Total.Add(key, after - before);
            }
        }
    }

    public Coverage Coverage(KpiCode kpi, DayRange period) => duties.Of(kpi, period, members.DaysOf);

    public IEnumerable<SumPart> ByMunicipality(SumsQuestion question, KpiKind kind) => children.All.Select(child =>
    {
        var municipality = MunicipalityId.Parse(child.Key);
        var within = members.DaysOf(municipality);
        return new SumPart(child.Key, NodeSums.Periods(
            child.Value.Cells.Of(question.Kpi), kind, question with { Within = within },
            period => duties.Of(question.Kpi, period, municipality, within)));
    });

    /// <summary>A change moves what joins and leaves too, so the columns it touches are clipped anew.</summary>
    private void TakeStanding(
        MunicipalityId municipality, Child child, IEnumerable<(CellKey Key, CellValue Before, CellValue After)> changes)
    {
        var list = changes.ToList();
        var groups = list.Select(change => KpiCells.GroupOf(change.Key)).ToHashSet();
        var kpi = list[0].Key.Kpi;
        Add(municipality, child.Cells.Of(kpi), groups.Contains, standing: true, -1);
        foreach (var (key, _, after) in list) child.Cells.Set(new(key, after));
        Add(municipality, child.Cells.Of(kpi), groups.Contains, standing: true, +1);
    }

    private void AddAll(MunicipalityId municipality, KpiCells cells, KpiCode kpi, int times)
    {
        Add(municipality, cells, _ => true, kindOf(kpi).IsStanding(), times);
        foreach (var (key, value) in cells.Members)
            if (members.DaysOf(municipality).Any(stay => stay.Contains(key.Days.Last))) Total.Add(key, value);
    }

    private void Add(MunicipalityId municipality, KpiCells? cells, Func<CellKey, bool> takes, bool standing, int times)
    {
        foreach (var (group, column) in cells?.Columns ?? [])
        {
            if (!takes(group)) continue;
            foreach (var (days, value) in Members.Clip(column, standing, members.DaysOf(municipality)))
                Total.Add(group with { Days = days }, times > 0 ? value : CellValue.None - value);
        }
    }
}
