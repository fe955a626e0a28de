using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace KpiGrid.Web.Pages;

/// <summary>The one stylesheet; its address changes with its content, so that it may be kept for ever.</summary>
internal static class Stylesheet
{
    public const string Path = "/_content/KpiGrid.Web/kpigrid.css";
    private static readonly byte[] Content = Read();
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Content))[..12];

    /// <summary>The address pages link to.</summary>
    public static string Address => $"{Path}?v={Version}";

    public static IResult Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl =
            context.Request.Query["v"] == Version ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(
            Content, "text/css; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Version}\""));
    }

    private static byte[] Read()
    {
        using var resource = typeof(Stylesheet).Assembly.GetManifestResourceStream("kpigrid.css")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
