namespace KpiGrid.Api.Access;

/// <summary>Every route says what it needs of its caller; a program with one that does not say so does not start.</summary>
internal static class RouteCheck
{
    public static void Of(EndpointDataSource routes)
    {
        var silent = routes.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Need>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText)
            .ToList();
        if (silent.Count > 0)
            throw new InvalidOperationException($"Say what these need of their caller: {string.Join(", ", silent)}");
    }
}
