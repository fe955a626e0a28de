using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Api.Access;

/// <summary>Puts endpoints that are not the API's own behind the same gate.</summary>
public static class OperatorNeeds
{
    /// <summary>Admins only.</summary>
    public static TBuilder ForAdmins<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.Behind(Verbs.Govern, _ => false);

    /// <summary>Admins and auditors of the whole installation, and whoever else may.</summary>
    public static TBuilder ForAuditors<TBuilder>(this TBuilder endpoints, Func<HttpContext, bool> alsoFor)
        where TBuilder : IEndpointConventionBuilder => endpoints.Behind(Verbs.Audit, alsoFor);

    /// <summary>Around the finished handler: some of these are no handlers that take endpoint filters.</summary>
    private static TBuilder Behind<TBuilder>(this TBuilder endpoints, Verbs verb, Func<HttpContext, bool> alsoFor)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Needs(verb).Finally(endpoint =>
        {
            if (endpoint.RequestDelegate is not { } handler) return;
            endpoint.RequestDelegate = async context =>
            {
                if (!alsoFor(context) && Gate(context).Refusal(context, verb) is { } refusal)
                    await refusal.ExecuteAsync(context);
                else await handler(context);
            };
        });
        return endpoints;
    }

    private static Gate Gate(HttpContext context) => context.RequestServices.GetRequiredService<Gate>();
}
