using System.Security.Cryptography;
using KpiGrid.Api.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace KpiGrid.Web.Assets;

/// <summary>A file of the pages, made of those that stand in this folder; its address changes with its content, so
/// that it may be kept for ever.</summary>
internal sealed class Asset
{
    /// <summary>The one stylesheet, in the order in which later rules win.</summary>
    public static Asset Styles { get; } = new("kpigrid.css", "text/css",
        ["ground.css", "parts.css", "charts.css", "pages.css", "paper.css"]);

    /// <summary>The one module; a page works without it.</summary>
    public static Asset Script { get; } = new("kpigrid.js", "text/javascript", ["live.js", "palette.js", "png.js"]);

    private readonly byte[] content;
    private readonly string type;
    private readonly string version;
    private readonly string path;

    private Asset(string name, string type, IReadOnlyList<string> parts)
    {
        content = [.. parts.SelectMany(Read)];
        this.type = type + "; charset=utf-8";
        version = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        path = "/assets/" + name;
    }

    /// <summary>The address pages link to.</summary>
    public string Address => $"{path}?v={version}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in (Asset[])[Styles, Script]) routes.MapGet(asset.path, asset.Answer).IsOpen();
    }

    private FileContentHttpResult Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl =
            context.Request.Query["v"] == version ? "public, max-age=31536000, immutable" : "no-cache";
        return TypedResults.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{version}\""));
    }

    private static byte[] Read(string name)
    {
        using var resource = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
