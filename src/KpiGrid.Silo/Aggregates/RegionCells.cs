namespace KpiGrid.Silo.Aggregates;

/// <summary>The union of a region's members: every member's cells, and their sum on the days of membership. Pure.</summary>
internal sealed class RegionCells(Func<KpiCode, KpiKind> kindOf, long epoch = 0)
{
    private readonly ChildCells children = new(epoch);
    private readonly DutyBook duties = new();
    private readonly Dictionary<KpiCode, bool> foldedAsStanding = [];
    private Members members = new(new RegionFacts());
    private CellTable total = new();

    public ChildCells Children => children;

    /// <summary>The sum of a KPI over the members, each on its member days.</summary>
    public KpiCells? Total(KpiCode kpi)
    {
        Refold(kpi);
        return total.Of(kpi);
    }

    /// <summary>Puts other members; what each holds stays, the sums are made anew.</summary>
    public void SetMembers(Members changed)
    {
        members = changed;
        total = new();
        foldedAsStanding.Clear();
        duties.ForgetAll();
        foreach (var kpi in children.All.Values.SelectMany(child => child.Cells.Kpis).Distinct().ToList()) Refold(kpi);
    }

    public void Take(string id, ChildChanges changes)
    {
        var (municipality, child) = (MunicipalityId.Parse(id), children.All[id]);
        foreach (var stream in changes.Duties) duties.Set(municipality, stream, child.Duties.GetValueOrDefault(stream));
        foreach (var kpi in changes.Cells.GroupBy(cell => cell.Key.Kpi))
        {
            Refold(kpi.Key);
            if (foldedAsStanding[kpi.Key]) TakeStanding(municipality, child, kpi);
            else foreach (var (key, before, after) in kpi)
            {
                child.Cells.Set(new(key, after));
                if (members.DaysOf(municipality).Any(stay => stay.Contains(key.Days.Last))) total.Add(key, after - before);
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

    /// <summary>Makes a KPI's sum anew when its kind is not the one it was made by: a report may come before its definition.</summary>
    private void Refold(KpiCode kpi)
    {
        var standing = kindOf(kpi).IsStanding();
        if (foldedAsStanding.TryGetValue(kpi, out var folded) && folded == standing) return;
        foldedAsStanding[kpi] = standing;
        total.Remove(kpi);
        foreach (var (id, child) in children.All)
            if (child.Cells.Of(kpi) is { } cells) AddAll(MunicipalityId.Parse(id), cells, standing);
    }

    private void AddAll(MunicipalityId municipality, KpiCells cells, bool standing)
    {
        Add(municipality, cells, _ => true, standing, +1);
        foreach (var (key, value) in cells.Members)
            if (members.DaysOf(municipality).Any(stay => stay.Contains(key.Days.Last))) total.Add(key, value);
    }

    private void Add(MunicipalityId municipality, KpiCells? cells, Func<CellKey, bool> takes, bool standing, int times)
    {
        foreach (var (group, column) in cells?.Columns ?? [])
        {
            if (!takes(group)) continue;
            foreach (var (days, value) in Members.Clip(column, standing, members.DaysOf(municipality)))
                total.Add(group with { Days = days }, times > 0 ? value : CellValue.None - value);
        }
    }
}
