using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Access;

/// <summary>How an endpoint says what it needs of its caller.</summary>
internal static class EndpointNeeds
{
    /// <summary>A verb at the node that the route names.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Verbs verb, PlaceKind kind, string route = "id")
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(verb, kind, route));

    /// <summary>A verb that lies at no node.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Verbs verb)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(verb));

    /// <summary>Any key in force.</summary>
    public static TBuilder NeedsAKey<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(Verbs.None));

    /// <summary>The handler asks, because what is needed stands in the query or the body.</summary>
    public static TBuilder AsksItself<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(Verbs.None) { AskedByHandler = true });

    /// <summary>Nothing: anybody may call it.</summary>
    public static TBuilder IsOpen<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Need(Verbs.None) { Anybody = true });
}
