using KpiGrid.Api.Access;
using KpiGrid.Api.Questions;
using KpiGrid.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Pages;

/// <summary>Lets a reader see a page, or says why not; by the rules of the API.</summary>
internal sealed class PageGate(Rights rights, PlaceFinder finder, IOptions<AccessOptions> access)
{
    /// <summary>Why the page of a place is not shown; null when it is.</summary>
    public async ValueTask<IResult?> Refusal(Visit visit, PlaceRef? place, Verbs verb)
    {
        var words = visit.Words;
        if (place is not { IsReadable: true }) return visit.Caller.IsKnown ? NoticeView.Unknown(words) : NoticeView.SignInFirst(words);
        var allowed = await rights.At(visit.Caller, place);
        if ((allowed & verb) == 0)
        {
            if (!visit.Caller.IsKnown) return NoticeView.SignInFirst(words);
            // That there is a pilot is told to those who may read something of it; places are known to all.
            var isTold = allowed != Verbs.None || place.Kind != PlaceKind.Pilot;
            return isTold && await Exists(place) ? NoticeView.NotAllowed(words) : NoticeView.Unknown(words);
        }
        return await Exists(place) ? null : NoticeView.Unknown(words);
    }

    /// <summary>The page of a place; why it is not shown where it is not.</summary>
    public async Task<IResult> Page<TPage, TView>(HttpContext context, Verbs verb, Func<Visit, PlaceRef, Task<TView?>> read)
        where TPage : IComponent where TView : class
    {
        var visit = Visit.Of(context);
        if (await Refusal(visit, visit.State.Place, verb) is { } refusal) return refusal;
        return await read(visit, visit.State.Place!) is { } view ? new PageResult<TPage>(view) : NoticeView.Unknown(visit.Words);
    }

    /// <summary>Why a page of no one place is not shown; null when it is.</summary>
    public IResult? Refusal(Visit visit) =>
        visit.Caller.IsKnown || access.Value.Public ? null : NoticeView.SignInFirst(visit.Words);

    private async ValueTask<bool> Exists(PlaceRef place) => await finder.Places([place], null, new()) is not null;
}
