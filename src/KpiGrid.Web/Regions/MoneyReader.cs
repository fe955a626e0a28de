using KpiGrid.Api.Questions;
using KpiGrid.Api.Totals;
using KpiGrid.Web.Compare;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Regions;

/// <summary>Reads what money comes to in one currency, by the pinned series that the address names.</summary>
internal sealed class MoneyReader(SeenTotals totals, RateChoices choices)
{
    /// <summary>Null of what is no money.</summary>
    public async Task<MoneyView?> Read(Visit visit, RegionFigures figures, string kpi)
    {
        if (figures.Kpis[kpi].Unit != Definition.MoneyUnit || figures.Kpis[kpi].Kind.HasParts()) return null;
        var view = new MoneyView
        {
            Fields = [.. ViewAddress.Query(visit.State with { Money = null, Kpi = KpiCode.Parse(kpi) })],
            Choices = await choices.Read(visit.State, visit.Words),
        };
        return visit.State.Money is not { } money ? view : await Converted(visit, figures, kpi, money) is not { Rates: { } rates } answer
            ? view with { Text = visit.Words.Compare.NotConverted }
            : view with
            {
                Text = visit.Words.Value(answer.Periods[0], answer.Unit) ?? visit.Words.Values.NoValue,
                Paid = answer.Periods[0] is { Value: not null, Amounts: { } paid }
                    ? string.Join(" + ", paid.Select(each => visit.Words.With(visit.Words.Number(each.Value), each.Unit))) : "",
                Note = RateChoices.Told(visit.Words, rates),
            };
    }

    private async Task<TotalsAnswer?> Converted(Visit visit, RegionFigures figures, string kpi, Views.Money money) =>
        await totals.Answer([figures.Place], new()
        {
            Kpi = KpiCode.Parse(kpi), Days = figures.Period.Range, Periods = [new(figures.Period, figures.Period.Range)],
            Rates = new(money.Series, money.Currency),
        }, visit.Caller, new());
}

/// <summary>Money in one currency.</summary>
public sealed record MoneyView
{
    /// <summary>What goes on with the form.</summary>
    public required IReadOnlyList<(string Name, string Value)> Fields { get; init; }

    /// <summary>The currencies there are.</summary>
    public required IReadOnlyList<ChoiceOption> Choices { get; init; }

    /// <summary>What it comes to; empty until a currency is chosen.</summary>
    public string Text { get; init; } = "";

    /// <summary>The same as it was paid; empty where that is no other.</summary>
    public string Paid { get; init; } = "";

    /// <summary>By which rates.</summary>
    public string Note { get; init; } = "";
}
