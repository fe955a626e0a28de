using KpiGrid.Api.Editions;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Rounds;

/// <summary>What rounds and editions need.</summary>
internal static class RoundRegistration
{
    public static IServiceCollection AddRounds(this IServiceCollection services)
    {
        services.AddOptions<EditionOptions>().BindConfiguration(EditionOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RegionKpis>().AddSingleton<PackReader>();
        services.AddSingleton<FiguresReader>().AddSingleton<EditionShelf>().AddSingleton<EditionMaker>().AddSingleton<EditionRevisions>()
            .AddSingleton<EditionChangesReader>().AddSingleton<EditionDesk>();
        return services;
    }
}
