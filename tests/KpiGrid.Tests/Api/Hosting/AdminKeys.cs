using KpiGrid.Api.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace KpiGrid.Tests.Api.Hosting;

/// <summary>The admin's key of an API in this process.</summary>
internal static class AdminKeys
{
    public static async Task<string> New(WebApplication app)
    {
        string? made = null;
        await app.Services.GetRequiredService<FirstKey>().Ensure(null, key => made = key);
        return made!;
    }

    /// <summary>Lets a client send a key with each request.</summary>
    public static T With<T>(this T client, string key)
        where T : HttpClient
    {
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }
}
