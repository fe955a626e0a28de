namespace KpiGrid.Api.Access;

/// <summary>Who is asking. The only place that names an author.</summary>
/// <param name="Author">An opaque actor id, never a name.</param>
internal sealed record Caller(string Author)
{
    /// <summary>Stands for everybody until access control comes.</summary>
    public static Caller LocalAdministrator { get; } = new("local-admin");

    /// <summary>The caller of a request; an endpoint outside the filtered group has none, which is a mistake.</summary>
    public static Caller Of(HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The endpoint knows no caller");
}
