namespace KpiGrid.Api.Hosting;

/// <summary>Refuses query parameters an endpoint does not know: a mistyped <c>dryRun</c> must not record.</summary>
internal sealed class KnownQuery(params string[] names) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var unknown = context.HttpContext.Request.Query.Keys
            .Where(key => !names.Contains(key, StringComparer.OrdinalIgnoreCase))
            .Select(key => new Problem(key, null, "parameter-unknown", Remedy))
            .ToArray();
        return unknown.Length > 0 ? Refused.With(422, unknown) : await next(context);
    }

    private string Remedy =>
        names.Length == 0 ? "Leave it out." : $"Leave it out; there are: {string.Join(", ", names)}.";
}
