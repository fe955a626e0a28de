using KpiGrid.Api.Editions;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Rounds;

/// <summary>Links to editions.</summary>
internal static class EditionLinks
{
    public static (string Text, string Address) Of(Visit visit, KnownEdition edition, string zone) => (
        Words.Fill(visit.Words.Editions.ListForm, visit.Words.Number(edition.Id.Number),
            visit.Words.Instant(Zones.Local(edition.Facts.CutOff, zone))),
        visit.State.At(visit.State.Place).On(PageKind.Edition, $"{edition.Id.Number}").Address);
}
