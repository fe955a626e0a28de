using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Access;

/// <summary>What an endpoint asks of its caller; every endpoint says so, or the program does not start.</summary>
/// <param name="Verb">What the caller must be allowed; None: to hold any key.</param>
/// <param name="Kind">The kind of node that the route names; null: it concerns no one node.</param>
/// <param name="Route">The route value that names the node.</param>
internal sealed record Need(Verbs Verb, PlaceKind? Kind = null, string Route = "id")
{
    /// <summary>Open to anybody, such as signing in.</summary>
    public bool Anybody { get; init; }

    /// <summary>The handler asks for itself, because what is needed stands in the query or the body.</summary>
    public bool AskedByHandler { get; init; }
}
