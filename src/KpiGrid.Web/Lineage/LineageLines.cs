using KpiGrid.Api.Compare;
using KpiGrid.Api.Lineage;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Compare;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Lineage;

/// <summary>Puts a family into words, tables and a drawing.</summary>
internal sealed class LineageLines(Visit visit, LineageAnswer answer, KpiFacts? kpi, IReadOnlyList<ChoiceOption> regions)
{
    private const int DepthMax = 5;
    private const int ChartHeight = 200;
    private const int DecimalsMore = 3;
    private readonly Words words = visit.Words;

    public LineageView View(PilotFacts facts) => new()
    {
        Name = facts.Name, Address = visit.State.On(PageKind.Overview).Address,
        IsSample = answer.Pilots.Any(pilot => pilot.Sample),
        Kpi = kpi is null ? null : words.Of(kpi.Names),
        Rows = [.. answer.Pilots.Select(Row)],
        Curve = [.. answer.Adoption.Select(point => new CurveRow(
            words.Day(point.On), words.Number(point.Replicas), point.Reported is { } told ? words.Number(told) : "–"))],
        Svg = Drawing(), Notes = [.. Notes()],
        Hidden = answer.Hidden is { } hidden ? Words.Fill(words.Frame.Hidden, words.Number(hidden.Parts)) : null,
        Kpis = [], Regions = regions,
    };

    private RelativeRow Row(RelativeAnswer pilot)
    {
        var place = new PlaceRef(PlaceKind.Pilot, pilot.Pilot);
        var (own, original) = (pilot.Result?.Replica, pilot.Result?.Original);
        return new(pilot.Name, visit.State.At(place).Address, Math.Min(pilot.Generation, DepthMax), words.Day(pilot.Start),
            own?.Days is { } days ? words.Of(Period.Parse(days)) : "", Say(own?.Value), Say(original?.Value),
            pilot.Result?.Difference is { } difference ? words.With(words.Signed(Rounded(difference)), Unit) : "–");
    }

    private string Unit => answer.Comparison?.Unit ?? kpi?.Unit ?? "";

    private string Say(Amount? value) => value is { } known ? words.With(words.Number(Rounded(known)), Unit) : "–";

    private Amount Rounded(Amount value) => Shown.Rounded(value,
        answer.Comparison is { Per: not "absolute" } ? DecimalsMore : kpi?.Decimals ?? 0);

    private IEnumerable<string> Notes()
    {
        if (answer.Comparison is { Per: not "absolute" } divided)
            yield return Words.Fill(words.Compare.PerForm, words.Of(kpi!.Names) ?? divided.Kpi, words.Number(divided.PerUnits), words.Compare.Inhabitants);
        foreach (var pilot in answer.Pilots)
            foreach (var reason in pilot.Result?.Gate.Reasons ?? [])
                yield return $"{pilot.Name}: {words.Compare.Reasons.GetValueOrDefault(reason.Code, reason.Text).TrimEnd('.')}.";
        if (answer.Comparison?.Scale is { } scale)
            yield return Words.Fill(words.Compare.Scale, regions.FirstOrDefault(region => region.IsChosen)?.Text ?? scale.Region, Say(scale.Low), Say(scale.High));
    }

    private string Drawing()
    {
        if (answer.Adoption.Count < 2) return "";
        var plot = new Plot
        {
            Periods = [.. answer.Adoption.Select(point => new PlotPeriod(words.DayShort(point.On)))],
            // One line: the names of two have no room beside it on a phone, and the table has both.
            Lines = [new(words.Lineage.Replicas, [.. answer.Adoption.Select(point => (Amount?)Amount.Of(point.Replicas))])],
            IsStanding = true, Say = words.Number, SayShort = words.Number,
        };
        return TimeChart.Draw(plot, ChartHeight).Inline(ChartHeight, words.Lineage.Curve);
    }
}
