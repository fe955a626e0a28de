using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace KpiGrid.Api.Hosting;

/// <summary>A request's body as bytes, within its limit.</summary>
internal sealed record RequestBody(byte[] Bytes, ProblemHttpResult? Refusal)
{
    /// <summary>Reads a JSON body to its end; or a refusal when it is too large or of another type.</summary>
    public static async Task<RequestBody> JsonOf(HttpContext context, ApiOptions limits)
    {
        if (!IsJson(context.Request.ContentType))
            return Refused(415, new("Content-Type", context.Request.ContentType, "content-type-unknown",
                "Send application/json in UTF-8."));
        var bytes = await ReadAsync(context.Request, limits.BodyBytesMax, context.RequestAborted);
        return bytes is null
            ? Refused(413, new("body", null, "body-too-large", $"Send at most {limits.BodyBytesMax} bytes at once."))
            : new(bytes, null);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static async Task<byte[]?> ReadAsync(HttpRequest request, int bytesMax, CancellationToken cancellationToken)
    {
        if (request.ContentLength > bytesMax) return null;
        // The server's own limit may be lower than ours; here ours counts.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = null;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > bytesMax) return null;
            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static RequestBody Refused(int status, Problem problem) => new([], Hosting.Refused.With(status, problem));
}
