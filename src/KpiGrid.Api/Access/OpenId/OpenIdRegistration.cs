using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpiGrid.Api.Access.OpenId;

/// <summary>Registers the identity provider of a deployment, where there is one.</summary>
public static class OpenIdRegistration
{
    /// <summary>Takes tokens and people of the provider that section <c>Access:OpenId</c> names; else does nothing.</summary>
    public static IServiceCollection AddKpiGridOpenId(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(OpenIdOptions.Section);
        if (!section.Exists()) return services;
        // No scheme is anybody's default: who is calling is found out in one place, which asks for a scheme by name.
        AppContext.SetSwitch("Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme", true);
        services.AddOptions<OpenIdOptions>().BindConfiguration(OpenIdOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenIdOptions>, OpenIdCheck>();
        services.AddSingleton<OpenIdActors>().AddSingleton<BearerTokens>();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, TokenRules>();
        var authentication = services.AddAuthentication().AddJwtBearer(BearerTokens.Scheme, _ => { });
        return section[nameof(OpenIdOptions.ClientId)] is { Length: > 0 } ? AddPeople(services, authentication) : services;
    }

    private static IServiceCollection AddPeople(IServiceCollection services, AuthenticationBuilder authentication)
    {
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, SignInRules>();
        services.AddSingleton<OpenIdSignIn>();
        authentication.AddOpenIdConnect(OpenIdSignIn.Scheme, _ => { });
        return services;
    }
}
