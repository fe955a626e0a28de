using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Regions;
using KpiGrid.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Web;

/// <summary>The dashboard for people, for a host that has the API's services.</summary>
public static class WebHosting
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddKpiGridWeb(this IServiceCollection services) =>
        services.AddSingleton<RegionsReader>().AddSingleton<RegionReader>().AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "kpigrid-forms";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

    /// <summary>Maps the pages and their stylesheet; the answer lets the host add conventions.</summary>
    public static IEndpointConventionBuilder MapKpiGridWeb(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().AddEndpointFilter<RouteGroupBuilder, PageGuard>();
        pages.MapRegionPages();
        pages.MapSignIn();
        pages.MapGet(Stylesheet.Path, Stylesheet.Answer).IsOpen();
        return pages;
    }
}
