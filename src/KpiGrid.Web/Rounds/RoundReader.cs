using KpiGrid.Api.Access;
using KpiGrid.Api.Editions;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rounds;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Rounds;

/// <summary>Reads the pages of a round.</summary>
internal sealed class RoundReader(PackReader packs, PackNumbers numbers, EditionShelf shelf, PlaceNames names, Rights rights)
{
    /// <summary>The pages; null when there is no such round.</summary>
    public async Task<RoundView?> Read(Visit visit, HttpContext context)
    {
        var place = visit.State.Place!;
        if (RoundId.Read($"{place.Id}/{visit.State.Which}") is not { } id || await names.Read(place) is not { } named
            || await packs.Read(id, visit.Caller) is not { } pack) return null;
        var words = visit.Words;
        var told = await numbers.Of(words, pack.Pages.SelectMany(page =>
            page.Moved.Select(move => move.Kpi).Concat(page.Number is { } number ? [number.Kpi] : [])));
        var isCoordinator = (await rights.At(visit.Caller, place)).HasFlag(Verbs.Change);
        var cutOff = words.Instant(Zones.Local(pack.CutOff, named.Zone));
        var pages = new List<SpokenPage>();
        foreach (var page in pack.Pages)
        {
            var maySpeak = isCoordinator || await RoundGuard.IsLead(context, place, MunicipalityId.Parse(page.Municipality));
            pages.Add(Page(words, told, page, named.Zone) with
            {
                Entry = maySpeak ? TurnEntry.Of(page.Steps, page.SaidAt is not null) : null,
            });
        }
        return new()
        {
            Region = named.Name, RegionAddress = visit.State.At(place).Address,
            RoundsAddress = visit.State.At(place).On(PageKind.Rounds).Address, Title = pack.Title, IsSample = pack.Sample,
            Lead = Words.Fill(pack.Preliminary ? words.Pack.LeadAhead : words.Pack.Lead, words.Day(pack.Date), cutOff),
            Since = pack.Since is { } since ? Words.Fill(words.Pack.Since, words.Instant(Zones.Local(since, named.Zone))) : "",
            Pages = pages, Action = visit.State.Address, MayFreeze = isCoordinator && !pack.Preliminary,
            Editions = [.. (await shelf.All(id.Region)).Where(edition => edition.Facts.Round == id.Name)
                .Select(edition => EditionLinks.Of(visit, edition, named.Zone))],
        };
    }

    private static SpokenPage Page(Words words, NumberWords told, PackPage page, string zone) => new()
    {
        Code = page.Municipality, Name = page.Name ?? page.Municipality,
        NumberOf = page.Number is { } number ? $"{told.Name(number.Kpi)}, {words.Of(number.Period)}" : null,
        Number = page.Number is { } one ? told.Value(one.Kpi, one.Value, one.Unit) : null,
        Moved = [.. page.Moved.Select(told.Of)],
        More = page.More > 0 ? Words.Fill(words.Pack.More, words.Number(page.More)) : "",
        Steps = [.. page.Steps.Select(step => step.By is { } day ? Words.Fill(words.Pack.StepForm, Sentence(step.Text), words.Day(day)) : step.Text)],
        Nothing = page.NothingToReport ? words.Pack.Nothing : page.Steps.Count == 0 ? words.Pack.Silent : "",
        SaidAt = page.SaidAt is { } said ? Words.Fill(words.Pack.SaidForm, words.Instant(Zones.Local(said, zone))) : "",
    };

    private static string Sentence(string text) => text.Length > 0 && char.IsPunctuation(text[^1]) ? text : text + ".";
}
