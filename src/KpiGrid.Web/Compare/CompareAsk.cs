using System.Globalization;
using KpiGrid.Api.Access;
using KpiGrid.Api.Compare;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Compare;

/// <summary>A view of the page as a question to the API, so that both go by the same rules.</summary>
internal static class CompareAsk
{
    /// <summary>The question; null while too little is chosen.</summary>
    public static CompareQuery? Of(ViewState view, Period period)
    {
        if (view.Kpi is null || (view.Members is null && view.With.Count < 2)) return null;
        var onPilotClock = view.Clock == Clock.Pilot;
        return new()
        {
            Kpi = view.Kpi.ToString(),
            Class = view.Class?.ToString(),
            Pilots = view.Members is null ? Ids(view, PlaceKind.Pilot) : null,
            Place = view.Members is null ? [.. view.With.Where(place => place.Kind != PlaceKind.Pilot).Select(place => place.ToString())] : null,
            Region = view.Members?.Value,
            Clock = onPilotClock ? "pilot" : null,
            From = onPilotClock ? null : Day(period.First),
            To = onPilotClock ? null : Day(period.Last.AddDays(1)),
            By = onPilotClock ? null : view.By?.Text() ?? Smaller(period.Size),
            Per = Per(view.Per),
            Rates = view.Money?.Series,
            Currency = view.Money?.Currency,
            ScaleTo = view is { Per: Views.Per.Inhabitant, Members: { } members } ? members.Value : null,
        };
    }

    /// <summary>What it asks of, and what reading that takes.</summary>
    public static IEnumerable<(PlaceRef Place, Verbs Verb)> Places(CompareQuery query) =>
        (query.Pilots ?? []).Select(id => (new PlaceRef(PlaceKind.Pilot, id), Verbs.Parts))
        .Concat((query.Place ?? []).Select(text => PlaceRef.TryParse(text, out var place) ? (place, Verbs.Total) : throw new FormatException(text)))
        .Concat(query.Region is { } region ? [(new PlaceRef(PlaceKind.Region, region), Verbs.Total)] : []);

    private static string Per(Per per) => per == Views.Per.Area ? "m2" : ViewAddress.Text(per);

    private static string? Smaller(PeriodSize size) => size switch
    {
        PeriodSize.Year or PeriodSize.Half => "quarter",
        PeriodSize.Quarter => "month",
        _ => null,
    };

    private static string[]? Ids(ViewState view, PlaceKind kind) =>
        view.With.Where(place => place.Kind == kind).Select(place => place.Id).ToArray() is { Length: > 0 } ids ? ids : null;

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
