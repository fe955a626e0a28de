namespace KpiGrid.Api.Disclosure;

/// <summary>The confidential figures that a question meets, and whether they hide each other in what is told.</summary>
/// <param name="kind">The KPI's kind.</param>
/// <param name="reporting">Its reporting periods.</param>
/// <param name="reported">Every reporter that the question meets, and the whole group of each.</param>
/// <param name="groups">The group of each reporter that is not the caller's own.</param>
/// <param name="options">The rules.</param>
internal sealed class ConfidentialFigures(
    KpiKind kind, ReportingPeriods reporting, IReadOnlyDictionary<PilotId, ReportedAmounts> reported,
    IReadOnlyDictionary<PilotId, IReadOnlyList<PilotId>> groups, DisclosureOptions options)
{
    public bool IsOwn(PilotId pilot) => reported.TryGetValue(pilot, out var known) && known.IsOwn;

    /// <summary>The rule that a sum does not meet; none when it may be told.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="within">The municipalities it is of.</param>
    /// <param name="class">The one class it is of.</param>
    /// <param name="byClass">Whether the answer tells classes apart.</param>
    public HidingRules Broken(PeriodSum sum, IReadOnlyCollection<MunicipalityId> within, ClassId? @class, bool byClass)
    {
        if (!sum.IsConfidential) return HidingRules.None;
        var met = reported.Values.Where(each => each.Reporter.Municipalities.Overlaps(within)).ToList();
        if (met.Count > 0 && met.All(each => each.IsOwn)) return HidingRules.None;
        if (IsBroken(HidingRules.Additive, IsAdditive(sum))) return HidingRules.Additive;
        if (reporting.Of(sum.Days) is not { } periods) return HidingRules.WholePeriods;
        var hiding = met.Where(each => !each.IsOwn && periods.Any(each.HasAnything)).Select(each => groups[each.Reporter.Pilot])
            .DistinctBy(group => group.Count == 0 ? default : group[0]).Select(group => group.Select(pilot => reported[pilot]).ToList()).ToList();
        var broken = hiding.Select(group => Broken(group, periods, sum.Days, within, byClass || @class is not null))
            .FirstOrDefault(rule => rule != HidingRules.None);
        if (broken != HidingRules.None) return broken;
        var counted = hiding.SelectMany(group => group).Union(met);
        return IsBroken(HidingRules.WholeGroups, IsExactly(sum, counted, periods, @class)) ? HidingRules.WholeGroups : HidingRules.None;
    }

    private HidingRules Broken(
        List<ReportedAmounts> group, IReadOnlyList<DayRange> periods, DayRange days, IReadOnlyCollection<MunicipalityId> within,
        bool byClass)
    {
        if (IsBroken(HidingRules.Reporters, group.Count > 0)) return HidingRules.Reporters;
        if (IsBroken(HidingRules.WholeGroups, group.All(each => each.Reporter.IsInside(within)))) return HidingRules.WholeGroups;
        if (IsBroken(HidingRules.Closed, group.All(each => each.Reporter.Facts.ClosedBefore > days.Last))) return HidingRules.Closed;
        if (IsBroken(HidingRules.Unrevised, !group.Exists(each => periods.Any(each.IsRevised)))) return HidingRules.Unrevised;
        if (IsBroken(HidingRules.Reporters, periods.All(period => IsEnough(group, period, null)))) return HidingRules.Reporters;
        return byClass && IsBroken(HidingRules.Classes, periods.All(period => AreClassesEnough(group, period)))
            ? HidingRules.Classes : HidingRules.None;
    }

    private bool IsBroken(HidingRules rule, bool isMet) => !isMet && options.Rules.HasFlag(rule);

    private bool IsAdditive(PeriodSum sum) => kind is not (KpiKind.Score or KpiKind.Distinct)
        && sum.Buckets.Where(bucket => bucket.Confidential).Select(bucket => (bucket.Series, bucket.Currency)).Distinct().Count() == 1;

    /// <summary>Enough of the group have something there; and without those whom the caller knows, all but one of them.</summary>
    private bool IsEnough(List<ReportedAmounts> group, DayRange period, ClassId? @class)
    {
        var all = group.Select(each => (each, Value: each.Of(period, @class))).ToList();
        if (all.TrueForAll(each => each.Value.A.Sign == 0 && each.Value.B.Sign == 0)) return true;
        return IsEnough(all.Where(each => each.Value.A.Sign != 0))
            && (!kind.HasParts() || IsEnough(all.Where(each => each.Value.B.Sign != 0)));

        bool IsEnough(IEnumerable<(ReportedAmounts Each, CellValue Value)> some)
        {
            var names = some.GroupBy(pair => pair.Each.Reporter.Name, pair => pair.Each.IsOwn).ToList();
            return names.Count >= options.ReportersMin
                && names.Count(name => !name.Contains(true)) >= options.ReportersMin - 1;
        }
    }

    /// <summary>One class told apart tells the others too.</summary>
    private bool AreClassesEnough(List<ReportedAmounts> group, DayRange period) =>
        group.SelectMany(each => each.Then[period]).Select(bucket => bucket.Class).Distinct()
            .All(@class => @class is null || IsEnough(group, period, @class));

    /// <summary>The sum holds what these reporters have, no more and no less: a node may be a moment behind its pilots.</summary>
    private static bool IsExactly(
        PeriodSum sum, IEnumerable<ReportedAmounts> counted, IReadOnlyList<DayRange> periods, ClassId? @class)
    {
        var told = sum.Buckets.Where(bucket => bucket.Confidential).Aggregate(CellValue.None, (total, bucket) => total + bucket.Value);
        var had = counted.SelectMany(each => periods.Select(period => each.Of(period, @class)))
            .Aggregate(CellValue.None, (total, value) => total + value);
        return (told.A, told.B) == (had.A, had.B);
    }
}
