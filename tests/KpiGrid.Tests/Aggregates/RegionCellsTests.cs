using CsCheck;
using KpiGrid.Silo.Aggregates;
using Xunit;
using static KpiGrid.Tests.Arithmetic;

namespace KpiGrid.Tests.Aggregates;

public sealed class RegionCellsTests
{
    private static readonly KpiCode Stock = KpiCode.Parse("BANK-STK");
    private static readonly KpiCode Companies = KpiCode.Parse("ORG-COMP");

    private static readonly string[] Months = ["2026-06", "2026-07", "2026-08", "2026-09"];

    private static readonly Gen<Act> Acts =
        from kind in Gen.Int[0, 9]
        from child in Gen.Int[0, 3]
        from kpi in Gen.OneOf(Waste, Stock, Companies)
        from day in Gen.Int[0, 80]
        from length in Gen.OneOf(1, 1, 30)
        from value in Gen.Int[-2, 9]
        from flag in Gen.OneOf(Flag.Measured, Flag.Estimated)
        from stays in Gen.Int[0, 80].Array[0, 6]
        select new Act(kind, child, kpi, day, length, value, flag, stays);

    [Fact]
    public void The_total_is_the_sum_of_the_members_whatever_became_of_their_reports() =>
        Acts.Array[1, 60].Sample(acts =>
        {
            var world = new World();
            foreach (var act in acts) world.Take(act);
            world.Check();
            world.TellAll();
            world.Check();
            Assert.All(world.Children, child => Assert.Equal(child.Lines(), world.Held(child)));
        }, iter: 1000);

    [Fact]
    public void A_municipality_joins_with_its_stock_and_never_below_nothing()
    {
        var cells = new RegionCells(_ => KpiKind.Stock);
        cells.SetMembers(FromJuly);
        var child = new ToldChild(Horsens.Value);
        child.Set(Key(DayRange.Of(On("2026-03-15")), kpi: Stock), Value("1000"));
        child.Set(Key(DayRange.Of(On("2026-09-15")), kpi: Stock), Value("-200", "0", 0));

        cells.Take(child.Id, cells.Children.Apply(child.Whole(2), out _)!);

        Assert.Equal(["", "1000", "1000", "800"], Months.Select(month =>
            PeriodSums.Of(cells.Total(Stock), KpiKind.Stock, Period.Parse(month).Range, null, null)
                .Buckets.SingleOrDefault()?.Value.A.ToString() ?? ""));
    }

    [Fact]
    public void A_flow_before_the_joining_day_does_not_count()
    {
        var cells = new RegionCells(_ => KpiKind.Flow);
        cells.SetMembers(FromJuly);
        var child = new ToldChild(Horsens.Value);
        child.Set(Key(Period.Parse("2026-03").Range), Value("5"));
        child.Set(Key(new(On("2026-06-20"), On("2026-07-01"))), Value("7"));

        cells.Take(child.Id, cells.Children.Apply(child.Whole(2), out _)!);

        Assert.Equal(A("7"), cells.Total(Waste)!.All.Single().Value.A);
    }

    /// <summary>A silo may get a report of a stock before it has met the stock's definition.</summary>
    [Fact]
    public void A_stock_that_was_not_yet_known_as_one_is_folded_anew_once_it_is()
    {
        var kind = KpiKind.Flow;
        var cells = new RegionCells(_ => kind);
        cells.SetMembers(FromJuly);
        var child = new ToldChild(Horsens.Value);
        child.Set(Key(DayRange.Of(On("2026-03-15")), kpi: Stock), Value("1000"));
        cells.Take(child.Id, cells.Children.Apply(child.Whole(1), out _)!);

        kind = KpiKind.Stock;
        child.Set(Key(DayRange.Of(On("2026-09-15")), kpi: Stock), Value("-200", "0", 0));
        cells.Take(child.Id, cells.Children.Apply(child.Delta(1, 2), out _)!);

        Assert.Equal(A("800"), PeriodSums.Of(
            cells.Total(Stock), KpiKind.Stock, Period.Parse("2026-09").Range, null, null).Buckets.Single().Value.A);
    }

    private static Members FromJuly =>
        new(new() { Members = [new() { Municipality = Horsens, From = On("2026-07-01") }] });

    private static KpiKind KindOf(KpiCode kpi) => StarterCatalogue.Kpis[kpi].Kind;

    private sealed record Act(int Kind, int Child, KpiCode Kpi, int Day, int Length, int Value, Flag Flag, int[] Stays);

    /// <summary>Four municipalities, the reports they have sent, and the region that got some of them.</summary>
    private sealed class World
    {
        private readonly RegionCells region = new(KindOf);
        private readonly List<CellReport> sent = [];
        private RegionFacts members = new();

        public IReadOnlyList<ToldChild> Children { get; } = [.. Places.Select(place => new ToldChild(place.Value))];

        public void Take(Act act)
        {
            var child = Children[act.Child];
            if (act.Kind < 4) child.Set(KeyOf(act), ValueOf(act));
            else if (act.Kind == 4) sent.Add(child.Whole(child.Count));
            else if (act.Kind < 7) sent.Add(child.Delta(Math.Min(act.Day % 5, child.Count), child.Count));
            else if (act.Kind == 7) region.SetMembers(new(members = MembersOf(act)));
            else if (sent.Count > 0) Deliver(sent[(act.Day + act.Value + 2) % sent.Count]);
        }

        public void TellAll()
        {
            foreach (var child in Children.Where(child => child.Count > 0)) Deliver(child.Whole(child.Count));
        }

        public IEnumerable<string> Held(ToldChild child) => region.Children.All.TryGetValue(child.Id, out var held)
            ? held.Cells.All.Select(cell => $"{cell.Key} {cell.Value}").Order(StringComparer.Ordinal)
            : [];

        /// <summary>What is held is what the child had at that version; the total follows from it day by day.</summary>
        public void Check()
        {
            foreach (var (id, held) in region.Children.All)
                Assert.Equal(Children.Single(child => child.Id == id).At(held.Version.Count),
                    held.Cells.All.ToDictionary(cell => cell.Key, cell => cell.Value));
            for (var day = 0; day < 130; day++)
                foreach (var kpi in (KpiCode[])[Waste, Stock, Companies])
                    Assert.Equal(Expected(kpi, Day(day)), UpTo(region.Total(kpi)?.All ?? [], kpi, Day(day)));
        }

        private void Deliver(CellReport report)
        {
            if (region.Children.Apply(report, out _) is { } changes) region.Take(report.Child, changes);
        }

        private Dictionary<CellKey, CellValue> Expected(KpiCode kpi, DateOnly day)
        {
            var cells = region.Children.All.SelectMany(child => child.Value.Cells.All
                .Select(cell => (Place: MunicipalityId.Parse(child.Key), Cell: cell)));
            var counting = KindOf(kpi).IsStanding()
                ? cells.Where(pair => IsMember(pair.Place, day))
                : cells.Where(pair => IsMember(pair.Place, pair.Cell.Key.Days.Last));
            return UpTo(counting.Select(pair => pair.Cell), kpi, day);
        }

        private static Dictionary<CellKey, CellValue> UpTo(IEnumerable<Cell> cells, KpiCode kpi, DateOnly day) => cells
            .Where(cell => cell.Key.Kpi == kpi && cell.Key.Days.Last <= day)
            .GroupBy(cell => cell.Key with { Days = default })
            .Select(group => (group.Key, Sum: group.Select(cell => cell.Value).Sum()))
            .Where(group => group.Sum != CellValue.None).ToDictionary(group => group.Key, group => group.Sum);

        private bool IsMember(MunicipalityId place, DateOnly day) => members.Members.Any(member =>
            member.Municipality == place && DayRange.Between(member.From, member.To).Contains(day));

        /// <summary>Each child's stays: from one day to the next of a rising list, the last one open.</summary>
        private RegionFacts MembersOf(Act act)
        {
            var others = members.Members.Where(member => member.Municipality != Places[act.Child]);
            var days = act.Stays.Distinct().Order().ToArray();
            var stays = days.Select((from, i) => (from, to: i + 1 < days.Length ? (int?)days[i + 1] : null))
                .Where((_, i) => i % 3 != 2);
            return new()
            {
                Members =
                [
                    .. others, .. stays.Select(stay => new Membership
                    {
                        Municipality = Places[act.Child], From = Day(stay.from),
                        To = stay.to is { } to ? Day(to) : null,
                    }),
                ],
            };
        }

        private static CellKey KeyOf(Act act)
        {
            var isStock = act.Kpi == Stock;
            var days = new DayRange(Day(isStock ? act.Day + act.Length : act.Day), Day(act.Day + act.Length));
            return Key(days, act.Flag, act.Kpi) with { Member = act.Kpi == Companies ? (UInt128)(act.Day % 4) : 0 };
        }

        private static CellValue ValueOf(Act act) => act.Value == 0
            ? CellValue.None
            : new(Amount.Of((long)act.Value), default, act.Kpi == Companies ? 0 : 1);
    }
}
