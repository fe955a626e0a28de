using KpiGrid.Api.Compare;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Compare;

/// <summary>Puts a comparison into words, a table and drawings.</summary>
internal sealed class ComparedLines(Visit visit, KpiFacts facts, CompareAnswer answer, ChoiceOption? members, bool isSample)
{
    private const int BarHeight = 14;
    private const int DecimalsMax = 3;
    private const int NamesMax = 6;
    private const int SparseEvery = 3;
    private readonly Words words = visit.Words;
    private readonly Dictionary<string, RankAnswer> ranks =
        (answer.Ranking ?? []).ToDictionary(rank => rank.Key, StringComparer.Ordinal);

    private CompareWords Own => words.Compare;
    private string Kpi => words.Of(facts.Names) ?? answer.Kpi;
    private bool IsDivided => answer.Per != Divisor.Absolute.Text();

    /// <summary>Ranked lines first, then by what they have.</summary>
    private IEnumerable<LineAnswer> Ordered => answer.Lines.Where(IsExpected)
        .OrderBy(line => ranks.TryGetValue(line.Key, out var rank) ? rank.Rank : int.MaxValue)
        .ThenByDescending(line => line.Whole.Value ?? new Amount(Int128.MinValue))
        .ThenBy(Name, StringComparer.CurrentCulture);

    /// <summary>Whether there is anything to tell of a line: of others only the name is told.</summary>
    private static bool IsExpected(LineAnswer line) => line.Whole.Coverage is { Expected: > 0 }
        || line.Periods.Any(period => period.Value is not null || period.Coverage is { Expected: > 0 });

    public ComparedView View()
    {
        var rows = Ordered.Select(Row).ToList();
        var small = Small();
        return new()
        {
            Title = Title, IsRanked = answer.Gate.Open, Reasons = [.. answer.Gate.Reasons.Select(Reason)], Notes = [.. Notes()],
            Rows = rows, IsDivided = IsDivided, Ranking = Ranking(rows), Spread = Spread(), Each = Each(small),
            Small = SmallMultiples.Each(small), HasSample = isSample || answer.Lines.Any(line => line.Sample),
        };
    }

    private string Title => IsDivided ? Words.Fill(Own.PerForm, Kpi, words.Number(answer.PerUnits), PerUnit) : Kpi;

    private string PerUnit => answer.PerUnit switch
    {
        "inhabitants" => Own.Inhabitants,
        "m2" => "m²",
        { } other => other,
        _ => "",
    };

    private string Unit => words.Unit(answer.Unit);

    private string Say(Amount value) => words.With(words.Number(Rounded(value)), answer.Unit);

    /// <summary>Quotients are shown with a few decimals more: a hundredth of a tonne per thousand is something.</summary>
    private Amount Rounded(Amount value) => Shown.Rounded(value, IsDivided ? DecimalsMax : facts.Decimals);

    private static string Name(LineAnswer line) => line.Name ?? line.Key;

    private IEnumerable<string> Notes()
    {
        var whole = answer.Lines.Select(line => line.Whole).FirstOrDefault(each => each.Days is not null);
        if (whole is not null && answer.Clock == "calendar")
            yield return Words.Fill(Own.Compared, words.Of(Period.Parse(whole.Days!)));
        else if (whole is not null)
            yield return Words.Fill(Own.ComparedMonths, words.Number(answer.Lines[0].Periods.Count(period =>
                string.CompareOrdinal(period.Days?[11..], whole.Days![11..]) <= 0)));
        if (answer.Rates is { } rates) yield return RateChoices.Told(words, rates);
        if (answer.Scale is { } scale)
            yield return Words.Fill(Own.Scale, members?.Text ?? scale.Region, Say(scale.Low), Say(scale.High));
        var silent = answer.Lines.Where(line => !IsExpected(line)).Select(Name).ToList();
        if (silent.Count > 0) yield return Words.Fill(Own.NothingExpected, string.Join(", ", silent));
        if (answer.Hidden is { } hidden) yield return Words.Fill(Own.Hidden, words.Number(hidden.Parts));
    }

    private string Reason(GateReason reason)
    {
        var text = Own.Reasons.GetValueOrDefault(reason.Code, reason.Text);
        var about = answer.Lines.Where(line => reason.Lines.Contains(line.Key)).Select(Name).ToList();
        return about.Count == 0 || about.Count == answer.Lines.Count ? text.TrimEnd('.') + "." : $"{text}: {string.Join(", ", about)}.";
    }

    private RankedRow Row(LineAnswer line)
    {
        var whole = line.Whole;
        var axis = new Axis(answer.Lines.Select(each => each.Whole.Value).OfType<Amount>());
        return new(
            Rank(line), Name(line), visit.State.At(PlaceRef.TryParseNode(line.Key, out var place) ? place : null).Address,
            whole.Value is { } value ? Say(value) : null, whole.Value is null ? "" : BarsChart.Bar(axis, whole.Value).Ornament(BarHeight, "bar-line"),
            whole.Absolute is { } amount ? words.With(words.Number(Shown.Rounded(amount, facts.Decimals)), answer.Unit) : null,
            whole.Divisor is { } divisor ? words.With(words.Number(Shown.Rounded(divisor, 0)), IsMoney ? answer.PerUnit! : "1") : null,
            words.Coverage(whole.Coverage), string.Join(" · ", Remarks(line)), whole.Marks.Contains(Mark.Small));
    }

    private bool IsMoney => answer.Per == Divisor.Budget.Text();

    private string Rank(LineAnswer line) => !ranks.TryGetValue(line.Key, out var rank) ? "–"
        : rank.Shared ? Words.Fill(Own.Shared, words.Number(rank.Rank)) : words.Number(rank.Rank);

    private IEnumerable<string> Remarks(LineAnswer line)
    {
        foreach (var mark in line.Whole.Marks)
            yield return mark switch
            {
                Mark.Small => Own.Small,
                Mark.NoDenominator => Own.NoDenominator,
                Conversion.NotConverted => Own.NotConverted,
                _ => words.Values.Marks.GetValueOrDefault(mark, mark),
            };
        if (line.Whole.Estimated is { Sign: > 0 } part) yield return Words.Fill(words.Values.EstimatedPart, words.Percent(part));
        if (line.ReplicaOf is { } original) yield return Words.Fill(Own.ReplicaOf, original);
    }

    private Chart Ranking(IReadOnlyList<RankedRow> rows)
    {
        var title = Words.Fill(answer.Gate.Open ? Own.RankingTitle : Own.SideBySideTitle, Title);
        var bars = Ordered.Zip(rows).Select(pair => new PlotBar(
            answer.Gate.Open ? $"{pair.Second.Rank}  {pair.Second.Name}" : pair.Second.Name, pair.First.Whole.Value, pair.Second.Value ?? "–")).ToList();
        var height = BarsChart.Height(bars.Count);
        return new("ranking", title, answer.Gate.Open ? Own.Ranked : "", BarsChart.Draw(bars).Inline(height, title), Table(rows)) { Height = height };
    }

    private ChartTable Table(IReadOnlyList<RankedRow> rows) => new(
        [words.Charts.Name, Own.Rank, words.Charts.Value, Own.Amount, words.Charts.Unit, Own.DividedBy, words.Charts.Coverage, words.Charts.Remarks],
        [.. Ordered.Zip(rows).Select(pair => (IReadOnlyList<ChartCell>)
        [
            ChartCell.Of(pair.Second.Name), ChartCell.Of(pair.Second.Rank), ChartCell.Of(pair.Second.Value, pair.First.Whole.Value),
            ChartCell.Of(pair.Second.Amount, pair.First.Whole.Absolute), new(Unit, answer.Unit),
            ChartCell.Of(pair.Second.Divisor, pair.First.Whole.Divisor), ChartCell.Of(pair.Second.Coverage), ChartCell.Of(pair.Second.Remarks),
        ])]);

    private Chart Spread()
    {
        var title = Words.Fill(Own.SpreadTitle, Title);
        var spreads = answer.Spread.Take(answer.Periods.Count).ToList();
        var plot = Plot([new(Own.Median, [.. spreads.Select(spread => spread.Median)])]) with
        {
            IsStanding = true,
            Band = new($"{Own.Low} – {Own.High}", [.. spreads.Select(spread => spread.Low)], [.. spreads.Select(spread => spread.High)]),
        };
        return new("spread", title, Own.SpreadNote, plot.IsEmpty ? "" : TimeChart.Draw(plot).Inline(TimeChart.Height, title), new(
            [words.Calendar.Period, Own.Median, Own.Low, Own.High, Own.Count, words.Charts.Unit],
            [.. spreads.Select((spread, at) => (IReadOnlyList<ChartCell>)
            [
                new(Long(at), spread.Period), Cell(spread.Median), Cell(spread.Low), Cell(spread.High),
                new(words.Number(spread.Count), $"{spread.Count}", true), new(Unit, answer.Unit),
            ])])) { Height = TimeChart.Height };
    }

    private List<SmallPlot> Small() =>
        [.. Ordered.Where(line => line.Periods.Any(period => period.Value is not null))
            .Select(line => new SmallPlot(Name(line), Plot([new(Name(line), [.. line.Periods.Select(period => period.Value)])]) with { Periods = Sparse() }))];

    /// <summary>A small chart has room for a few names only.</summary>
    private IReadOnlyList<PlotPeriod> Sparse() => answer.Periods.Count <= NamesMax ? Feet()
        : [.. Feet().Select((period, at) => at % SparseEvery == 0 ? period : period with { Text = "" })];

    private Chart Each(List<SmallPlot> small)
    {
        var title = Words.Fill(Own.EachTitle, Title);
        var height = SmallMultiples.Height(small.Count);
        return new("each", title, Own.EachNote, small.Count == 0 ? "" : SmallMultiples.Draw(small).Inline(height, title), new(
            [words.Charts.Name, .. answer.Periods.Select((_, at) => Long(at))],
            [.. Ordered.Select(line => (IReadOnlyList<ChartCell>)
                [ChartCell.Of(Name(line)), .. line.Periods.Select(period => Cell(period.Value))])])) { Height = height };
    }

    private ChartCell Cell(Amount? value) => ChartCell.Of(value is { } amount ? words.Number(Rounded(amount)) : null, value);

    private Plot Plot(IReadOnlyList<PlotLine> lines) => new()
    {
        Periods = Feet(), Lines = lines, IsStanding = facts.Kind.IsStanding(), Say = Say,
        SayShort = value => words.Number(Rounded(value)),
    };

    private string Long(int at) => Period.TryParse(answer.Periods[at], out var period) ? words.Of(period) : answer.Periods[at];

    /// <summary>The periods along the foot; on a pilot's clock by their own names.</summary>
    private IReadOnlyList<PlotPeriod> Feet() => answer.Clock == "calendar"
        ? Regions.CoursePlot.Periods(words, [.. answer.Periods.Select((period, at) => new PeriodAnswer
        {
            Period = period, Marks = answer.Lines.Count == 0 ? [] : answer.Lines[0].Periods[at].Marks,
        })])
        : [.. answer.Periods.Select(period => new PlotPeriod(period))];
}
