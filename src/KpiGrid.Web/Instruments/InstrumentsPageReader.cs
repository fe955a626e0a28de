using KpiGrid.Api.Instruments;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Instruments;

/// <summary>Reads the page of what is behind a region's movements.</summary>
internal sealed class InstrumentsPageReader(
    InstrumentsReader reader, KnownNouns nouns, PlaceNames names, LocalDays days, IOptions<QuestionOptions> options)
{
    /// <summary>The page; null when there is no such region.</summary>
    public async Task<InstrumentsView?> Read(Visit visit, PlaceRef place)
    {
        if (await nouns.Read<RegionFacts>(place.Stream, options.Value.FactsAge) is not { Facts: var facts }) return null;
        var today = await days.Today(facts.Members.Select(member => member.Municipality));
        var period = visit.State.Period ?? Period.Of(today, PeriodSize.Year);
        var words = (visit.State.Query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // All of them are read, so that the KPIs to choose from are those of all.
        if (await reader.Read(new([place], period.Range, [], null), visit.Caller, new()) is not { } all) return null;
        var shown = await reader.Read(new([place], period.Range, words, visit.State.Kpi), visit.Caller, new()) ?? all with { Instruments = [] };
        var kpis = await Definitions(all);
        var pilots = await names.Of(all.Instruments.SelectMany(each => each.Pilots).Distinct().Select(id => new PlaceRef(PlaceKind.Pilot, id)));
        return new()
        {
            Name = facts.Name, Address = visit.State.On(PageKind.Overview).Address, IsSample = facts.Sample, Period = period, Today = today,
            Query = visit.State.Query ?? "", Rows = [.. shown.Instruments.Select(each => Row(visit, each, kpis, pilots))],
            Kpis = [.. kpis.Select(kpi => (kpi.Key, visit.Words.Of(kpi.Value.Names) ?? kpi.Key, kpi.Key == visit.State.Kpi?.Value))],
            Hidden = all.Hidden is { } hidden ? Words.Fill(visit.Words.Frame.Hidden, visit.Words.Number(hidden.Parts)) : null,
        };
    }

    private static InstrumentRow Row(
        Visit visit, InstrumentAnswer instrument, IReadOnlyDictionary<string, KpiFacts> kpis, IReadOnlyDictionary<string, string> pilots)
    {
        var words = visit.Words;
        return new(
            instrument.Title, IsWeb(instrument.Link) ? instrument.Link : null, instrument.Kind is { } kind ? words.Instruments.Kinds[kind] : "",
            [.. instrument.Effects.Select(effect => (
                kpis.TryGetValue(effect.Kpi, out var facts) ? words.Of(facts.Names) ?? effect.Kpi : effect.Kpi,
                words.Value(effect.Total, effect.Unit) ?? words.Of(words.Instruments.Measurements, effect.Movements)))],
            [.. instrument.Pilots.Select(id => (pilots.GetValueOrDefault(id, id), visit.State.At(new(PlaceKind.Pilot, id)).Address))],
            [.. instrument.Steps.Select(step => step.By is { } day ? $"{step.Text} ({words.Day(day)})" : step.Text)]);
    }

    /// <summary>An address that a browser opens and does not run.</summary>
    private static bool IsWeb(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private async Task<IReadOnlyDictionary<string, KpiFacts>> Definitions(InstrumentsAnswer answer)
    {
        var found = new SortedDictionary<string, KpiFacts>(StringComparer.Ordinal);
        foreach (var code in answer.Instruments.SelectMany(each => each.Effects).Select(effect => effect.Kpi).Distinct())
            if (await nouns.Read<KpiFacts>($"kpi/{code}", options.Value.NamesAge) is { Facts: var facts }) found[code] = facts;
        return found;
    }
}
