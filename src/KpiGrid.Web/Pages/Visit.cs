using KpiGrid.Api.Access;
using KpiGrid.Web.Texts;
using KpiGrid.Web.Views;

namespace KpiGrid.Web.Pages;

/// <summary>Who looks at what in which language; every component of a page can have it as a cascading parameter.</summary>
internal sealed record Visit(ViewState State, Words Words, Caller Caller)
{
    /// <summary>Whether there may be a pilot that they report for.</summary>
    public bool MayReport => Caller.Grants.Any(grant => grant.Role is Role.Admin or Role.Lead or Role.Body);

    public static Visit Of(HttpContext context)
    {
        var state = ViewState.Of(context);
        return new(state, Words.Of(state.Language), context.Features.Get<Caller>() ?? Caller.Nobody);
    }
}
