using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Views;
using Microsoft.Extensions.Options;

namespace KpiGrid.Web.Help;

/// <summary>How to use the pages, and what this is: open to everybody, since they show nobody's figures.</summary>
internal static class HelpPages
{
    public static void MapHelpPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/help", Help).IsOpen();
        routes.MapGet("/help/leads", Help).IsOpen();
        routes.MapGet("/help/coordinators", Help).IsOpen();
        routes.MapGet("/help/centres", Help).IsOpen();
        routes.MapGet("/about", About).IsOpen();
    }

    private static PageResult<HelpPage> Help(HttpContext context)
    {
        var visit = Visit.Of(context);
        return new(new HelpView(HelpView.Groups.ToDictionary(page => page, page => page == visit.State.Page)));
    }

    private static PageResult<AboutPage> About(HttpContext context, IOptions<AboutOptions> options) =>
        new(AboutView.Of(options.Value));
}
