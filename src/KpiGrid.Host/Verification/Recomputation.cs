namespace KpiGrid.Host.Verification;

/// <summary>
/// Recomputes totals from the journal's documents alone, by brute force: whatever is asked is added up anew from
/// measurements, so that nothing of the grains' arithmetic can hide in it.
/// </summary>
internal sealed class Recomputation(JournalModel journal)
{
    private readonly Dictionary<(string Pilot, string Kpi, DateOnly Day), IReadOnlyList<Contribution>> known = [];

    /// <summary>What a node's totals of a KPI are made of, per period.</summary>
    public IReadOnlyList<PeriodSums> Ask(Node node, KpiDocument kpi, IEnumerable<DayRange> periods)
    {
        var pilots = PilotsOf(node).Where(pilot => pilot.Kpis.Contains(kpi.Code)).ToList();
        return
        [
            .. periods.Select(days =>
                new PeriodSums(days, [.. pilots.SelectMany(pilot => Lines(node, pilot, kpi, days))])),
        ];
    }

    /// <summary>Every node there is, by kind and id.</summary>
    public IEnumerable<Node> Nodes() =>
    [
        .. journal.Pilots.Keys.Select(id => new Node(NodeKind.Pilot, id)),
        .. journal.Municipalities.Select(id => new Node(NodeKind.Municipality, id)),
        .. journal.Regions.Keys.Select(id => new Node(NodeKind.Region, id)),
    ];

    /// <summary>The KPIs a node can have anything of.</summary>
    public IReadOnlyList<KpiDocument> Kpis(Node node) =>
    [
        .. PilotsOf(node).SelectMany(pilot => pilot.Kpis).Distinct().Order(StringComparer.Ordinal)
            .Where(journal.Kpis.ContainsKey).Select(code => journal.Kpis[code]),
    ];

    /// <summary>From the first day of anything a node has of a KPI to its last change; null when it has nothing.</summary>
    public DayRange? Span(Node node, KpiDocument kpi)
    {
        var pilots = PilotsOf(node).Where(pilot => pilot.Kpis.Contains(kpi.Code)).ToList();
        var days = pilots.SelectMany(pilot => pilot.Days(kpi.Code)).ToList();
        if (days.Count == 0) return null;
        var first = days.Min(range => range.First);
        var last = days.Max(range => range.Last);
        var changes = pilots.SelectMany(pilot => pilot.Shares).SelectMany(share => Ends(share.From, share.To))
            .Concat(MembersOf(node).SelectMany(member => Ends(member.From, member.To)));
        return new(first, kpi.IsStanding ? changes.Append(last).Max() : last);
    }

    private static IEnumerable<DateOnly> Ends(DateOnly from, DateOnly? to) => to is { } end ? [from, end] : [from];

    private IEnumerable<Contribution> Lines(Node node, PilotDocument pilot, KpiDocument kpi, DayRange days) =>
        (kpi.IsStanding
            ? Standing(pilot, kpi, days.Last)
            : Accumulated(pilot, kpi).Where(line => days.Contains(line.Day)))
        .Where(line => Counts(node, line));

    private bool Counts(Node node, Contribution line) => node.Kind switch
    {
        NodeKind.Pilot => line.Municipality is null,
        NodeKind.Municipality => line.Municipality == node.Id,
        _ => line.Municipality is { } municipality && journal.Regions[node.Id].Has(municipality, line.Day),
    };

    private IEnumerable<PilotDocument> PilotsOf(Node node) => node.Kind switch
    {
        NodeKind.Pilot => journal.Pilots.TryGetValue(node.Id, out var pilot) ? [pilot] : [],
        NodeKind.Municipality => PilotsIn([node.Id]),
        _ => PilotsIn([.. MembersOf(node).Select(member => member.Municipality)]),
    };

    private IEnumerable<PilotDocument> PilotsIn(HashSet<string> places) =>
        journal.Pilots.Values.Where(pilot => pilot.Shares.Any(share => places.Contains(share.Municipality)));

    private IReadOnlyList<MemberDocument> MembersOf(Node node) =>
        node.Kind == NodeKind.Region && journal.Regions.TryGetValue(node.Id, out var region) ? region.Members : [];

    private IReadOnlyList<Contribution> Accumulated(PilotDocument pilot, KpiDocument kpi) =>
        Once(pilot, kpi, DateOnly.MaxValue, () => PilotRecomputation.Accumulated(pilot, kpi));

    private IReadOnlyList<Contribution> Standing(PilotDocument pilot, KpiDocument kpi, DateOnly day) =>
        Once(pilot, kpi, day, () => PilotRecomputation.Standing(pilot, kpi, day));

    private IReadOnlyList<Contribution> Once(
        PilotDocument pilot, KpiDocument kpi, DateOnly day, Func<IReadOnlyList<Contribution>> compute)
    {
        var key = (pilot.Id, kpi.Code, day);
        if (!known.TryGetValue(key, out var lines)) known.Add(key, lines = compute());
        return lines;
    }
}
