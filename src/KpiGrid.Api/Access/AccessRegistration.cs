using KpiGrid.Api.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Access;

/// <summary>Registers who is let in, and to what.</summary>
internal static class AccessRegistration
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<Credentials>().AddSingleton<Standings>().AddSingleton<Rights>().AddSingleton<Gate>().AddSingleton<Sight>()
            .AddSingleton<FirstKey>().AddSingleton<Sessions>();
    }
}
