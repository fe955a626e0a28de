using KpiGrid.Api.Access;
using KpiGrid.Web.Pages;
using KpiGrid.Web.SignIn;
using KpiGrid.Web.Views;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Web.Samples;

/// <summary>The button that fills an empty installation with the sample networks, for whoever governs it.</summary>
internal static class SamplePages
{
    private const string Path = "/samples";
    private const int FormBytesMax = 16 * 1_024;

    public static void MapSamplePages(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, Load).DisableAntiforgery().AsksItself();

    /// <summary>The form of the button; null where there are no samples to load, or not for this visitor.</summary>
    public static FormView? Form(HttpContext context, Visit visit)
    {
        var services = context.RequestServices;
        if (services.GetService<SampleOffer>() is null || !MayLoad(services, visit)) return null;
        var tokens = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return new(visit.Words.Regions.LoadSamples, visit.Words.Regions.LoadSamplesText,
            $"{Path}?lang={visit.State.Language.Tag}", tokens.FormFieldName, tokens.RequestToken!);
    }

    private static async Task<IResult> Load(HttpContext context, PageGate gate, IAntiforgery forgery, IGrainFactory grains)
    {
        var visit = Visit.Of(context);
        if (gate.Refusal(visit) is { } refusal) return refusal;
        if (!MayLoad(context.RequestServices, visit)) return NoticeView.NotAllowed(visit.Words);
        if (await OwnForm.Read(context, forgery, FormBytesMax) is null) return SignInPages.Forged(visit.Words.SignIn);
        if (context.RequestServices.GetService<SampleOffer>() is not { } offer) return NoticeView.Unknown(visit.Words);
        if (await IsFilled(grains))
            return NoticeView.With(visit.Words.Regions.LoadSamples, visit.Words.Regions.NotEmpty, StatusCodes.Status409Conflict);
        await offer.Load(context.RequestAborted);
        return new SeeOther(new ViewState { Language = visit.State.Language }.Address);
    }

    private static bool MayLoad(IServiceProvider services, Visit visit) =>
        services.GetRequiredService<Rights>().Everywhere(visit.Caller).HasFlag(Verbs.Govern);

    private static async Task<bool> IsFilled(IGrainFactory grains) =>
        (await grains.GetGrain<IRegistryListGrain>(0).List("region", null, 1)).Items.Count > 0;
}
