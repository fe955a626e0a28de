namespace KpiGrid.Api.Access;

/// <summary>Tells every endpoint of a group who is calling.</summary>
internal sealed class CallerFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Features.Set(Caller.LocalAdministrator);
        return next(context);
    }
}
