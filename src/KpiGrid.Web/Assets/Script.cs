using System.Security.Cryptography;
using System.Text;
using KpiGrid.Api.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace KpiGrid.Web.Assets;

/// <summary>The one script module, made of the files in this folder; a page works without it.</summary>
internal static class Script
{
    private const string Path = "/assets/kpigrid.js";

    private static readonly byte[] content = Encoding.UTF8.GetBytes(Asset.Read("live.js", "palette.js", "png.js"));
    private static readonly string version = Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    /// <summary>The address pages link to: another with each content, so that it may be kept for ever.</summary>
    public static string Address => $"{Path}?v={version}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, Answer).IsOpen();

    private static FileContentHttpResult Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl =
            context.Request.Query["v"] == version ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(content, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{version}\""));
    }
}
