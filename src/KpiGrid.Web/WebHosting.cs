using KpiGrid.Web.Approvals;
using KpiGrid.Web.Assets;
using KpiGrid.Web.Charts;
using KpiGrid.Web.Compare;
using KpiGrid.Web.Confirmations;
using KpiGrid.Web.Editions;
using KpiGrid.Web.Explain;
using KpiGrid.Web.Fields;
using KpiGrid.Web.Find;
using KpiGrid.Web.Help;
using KpiGrid.Web.Instruments;
using KpiGrid.Web.Lineage;
using KpiGrid.Web.Live;
using KpiGrid.Web.Maps;
using KpiGrid.Web.Pages;
using KpiGrid.Web.Places;
using KpiGrid.Web.Regions;
using KpiGrid.Web.Report;
using KpiGrid.Web.Report.Files;
using KpiGrid.Web.Rounds;
using KpiGrid.Web.Samples;
using KpiGrid.Web.SignIn;
using KpiGrid.Web.Streams;
using KpiGrid.Web.WhatIf;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KpiGrid.Web;

/// <summary>The dashboard for people, for a host that has the API's services.</summary>
public static class WebHosting
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddKpiGridWeb(this IServiceCollection services)
    {
        services.AddSingleton<PageGate>().AddSingleton<PageForm>();
        services.AddSingleton<RegionsReader>().AddSingleton<RegionReader>().AddSingleton<ChosenReader>()
            .AddSingleton<LedgerReader>().AddSingleton<MoneyReader>().AddSingleton<RateChoices>().AddSingleton<MatrixSectionReader>()
            .AddSingleton<ReadingsReader>().AddSingleton<DefinitionsReader>()
            .AddSingleton<LateRows>().AddSingleton<ConflictRows>().AddSingleton<RegionChanges>();
        services.AddSingleton<PlaceNames>().AddSingleton<FigureReader>().AddSingleton<MunicipalityReader>().AddSingleton<PilotReader>();
        services.AddSingleton<ApprovalReader>().AddSingleton<ApprovalWriter>();
        services.AddSingleton<BehalfReader>().AddSingleton<ConfirmationWriter>();
        services.AddSingleton<ExplainPageReader>().AddSingleton<StreamPageReader>();
        services.AddSingleton<RoundsReader>().AddSingleton<TargetsReader>().AddSingleton<TargetWriter>();
        services.AddSingleton<PackNumbers>().AddSingleton<RoundReader>().AddSingleton<RoundWriter>().AddSingleton<EditionPageReader>();
        services.AddSingleton<WhatIfPageReader>();
        services.AddSingleton<FindReader>();
        services.AddSingleton<ComparePageReader>().AddSingleton<ChoiceReader>().AddSingleton<LineagePageReader>().AddSingleton<FieldsPageReader>().AddSingleton<InstrumentsPageReader>();
        services.AddOptions<AboutOptions>().BindConfiguration(AboutOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddReport();
        services.AddMaps();
        services.AddOptions<EmbedOptions>().BindConfiguration(EmbedOptions.Section)
            .Validate(embed => embed.AreOrigins(), "Embed:By takes origins such as https://www.example.org.").ValidateOnStart();
        services.AddResponseCompression(PackedPages.Choose);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = PackedPages.Level);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = PackedPages.Level);
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, PackedPages>());
        return services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "kpigrid-forms";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    /// <summary>Maps the pages and their files; the answer lets the host add conventions.</summary>
    public static IEndpointConventionBuilder MapKpiGridWeb(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().AddEndpointFilter<RouteGroupBuilder, PageGuard>();
        pages.MapRegionPages();
        pages.MapPlacePages();
        pages.MapExplainPages();
        pages.MapStreamPages();
        pages.MapRoundsPages();
        pages.MapRoundPages();
        pages.MapEditionPages();
        pages.MapWhatIfPages();
        pages.MapFindPages();
        pages.MapComparePages();
        pages.MapLineagePages();
        pages.MapFieldsPages();
        pages.MapInstrumentsPages();
        pages.MapHelpPages();
        pages.MapReportPages();
        pages.MapFilePages();
        pages.MapSamplePages();
        pages.MapSignIn();
        pages.MapLivePages();
        Script.Map(pages);
        Outlines.Map(pages);
        return pages;
    }
}
