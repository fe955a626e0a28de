using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Web.Maps;

/// <summary>Registers what draws maps.</summary>
internal static class MapRegistration
{
    public static IServiceCollection AddMaps(this IServiceCollection services)
    {
        services.AddOptions<MapOptions>().BindConfiguration(MapOptions.Section).ValidateDataAnnotations()
            .Validate(map => map.Boundaries.All(file => file.Country.Length == 2 && File.Exists(file.File)),
                "Map:Boundaries: name a country of two letters and a file that is there for each.")
            .ValidateOnStart();
        return services.AddSingleton<Outlines>().AddSingleton<RegionMap>();
    }
}
