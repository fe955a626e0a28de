using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using KpiGrid.Api.Access;
using KpiGrid.Api.Approvals;
using KpiGrid.Api.Access.OpenId;
using KpiGrid.Api.Audit;
using KpiGrid.Api.Changes;
using KpiGrid.Api.Confirmations;
using KpiGrid.Api.Compare;
using KpiGrid.Api.Conflicts;
using KpiGrid.Api.Editions;
using KpiGrid.Api.Explain;
using KpiGrid.Api.Fields;
using KpiGrid.Api.Health;
using KpiGrid.Api.Impact;
using KpiGrid.Api.Instruments;
using KpiGrid.Api.Keys;
using KpiGrid.Api.Kpis;
using KpiGrid.Api.Late;
using KpiGrid.Api.Limits;
using KpiGrid.Api.Lineage;
using KpiGrid.Api.Live;
using KpiGrid.Api.Matrix;
using KpiGrid.Api.Measurements;
using KpiGrid.Api.Municipalities;
using KpiGrid.Api.Overlap;
using KpiGrid.Api.People;
using KpiGrid.Api.Pilots;
using KpiGrid.Api.Questions;
using KpiGrid.Api.Rates;
using KpiGrid.Api.Regions;
using KpiGrid.Api.Rounds;
using KpiGrid.Api.Streams;
using KpiGrid.Api.Targets;
using KpiGrid.Api.Totals;
using KpiGrid.Api.WhatIf;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Hosting;

/// <summary>The HTTP API, for a host that has a cluster client.</summary>
public static class ApiHosting
{
    /// <summary>Adds what the API needs; its limits come from section <c>Api</c> and are checked at start.</summary>
    public static IServiceCollection AddKpiGridApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>()
            .BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddKeyedSingleton(KpiTime.Key, TimeProvider.System);
        services.AddQuestions();
        services.AddAccess();
        services.AddLimits();
        services.AddTrustedProxies();
        services.AddSingleton<ImpactNodes>().AddSingleton<TotalsBefore>().AddSingleton<ImpactReader>();
        services.AddSingleton<DoubtReader>();
        services.AddSingleton<ApprovalDesk>().AddSingleton<ConfirmationDesk>().AddSingleton<RatesFinder>();
        services.AddLive();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = StatusProblems.Complete);
        services.AddExceptionHandler<ClusterErrors>();
        services.TryAddSingleton<ClusterReach>();
        services.AddHostedService<Draining>();
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, ApiPipeline>());
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(options => Write(options.SerializerOptions));
        services.AddOpenApi("v1", ApiDescription.Describe);
        return services;
    }

    /// <summary>Maps every route of the API; the answer lets the host add conventions, such as authorization.</summary>
    public static IEndpointConventionBuilder MapKpiGridApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().IsOpen();
        routes.MapHealth();
        OpenIdSignIn.Map(routes);
        var v1 = routes.MapGroup("/v1").AddEndpointFilter<RouteGroupBuilder, Gate>();
        v1.MapMeasurements();
        v1.MapPilots();
        v1.MapApprovals();
        v1.MapConfirmations();
        v1.MapMunicipalities();
        v1.MapRegions();
        v1.MapKpis();
        v1.MapRates();
        v1.MapTotals();
        v1.MapOverlap();
        v1.MapWhatIf();
        v1.MapMatrix();
        v1.MapFields();
        v1.MapInstruments();
        v1.MapCompare();
        v1.MapLineage();
        v1.MapExplain();
        v1.MapChanges();
        v1.MapStreams();
        v1.MapTargets();
        v1.MapLate();
        v1.MapConflicts();
        v1.MapRounds();
        v1.MapEditions();
        v1.MapKeys();
        v1.MapAudit();
        v1.MapPeople();
        v1.MapLive();
        return v1;
    }

    /// <summary>Maps only what tells how the process is: for one that serves nothing else.</summary>
    public static void MapKpiGridHealth(this IEndpointRouteBuilder routes) => routes.MapHealth();

    private static void AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<HostingOptions>().BindConfiguration(HostingOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<HostingOptions>, ProxyNames>();
        services.AddSingleton<IPostConfigureOptions<ForwardedHeadersOptions>, TrustedProxies>();
    }

    /// <summary>Numbers are numbers, ids and words are as everywhere, and names keep their letters.</summary>
    private static void Write(JsonSerializerOptions json)
    {
        foreach (var converter in KpiGridJson.Options.Converters) json.Converters.Add(converter);
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }
}
