using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Compare;

/// <summary>Registers what makes comparisons.</summary>
internal static class CompareRegistration
{
    public static IServiceCollection AddCompare(this IServiceCollection services)
    {
        services.AddOptions<CompareOptions>().BindConfiguration(CompareOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<Candidates>().AddSingleton<Denominators>().AddSingleton<LineReader>()
            .AddSingleton<CompareReader>().AddSingleton<CompareDesk>();
    }
}
