using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KpiGrid.Api.Hosting;

/// <summary>A request's body as bytes, within its limit, and how it is written.</summary>
internal sealed record RequestBody(byte[] Bytes, RequestForm Form, ProblemHttpResult? Refusal)
{
    /// <summary>Reads a JSON body to its end; or a refusal when it is too large or of another type.</summary>
    public static Task<RequestBody> JsonOf(HttpContext context, ApiOptions limits) =>
        Of(context, limits, RequestForm.Json);

    /// <summary>The same of a body in one of some forms.</summary>
    public static async Task<RequestBody> Of(HttpContext context, ApiOptions limits, params RequestForm[] forms)
    {
        if (RequestForms.Of(context.Request.ContentType) is not { } form || !forms.Contains(form))
            return Refused(415, new("Content-Type", context.Request.ContentType, "content-type-unknown",
                $"Send {string.Join(", ", RequestForms.TypesOf(forms))} in UTF-8."));
        var bytes = await ReadAsync(context.Request, limits.BodyBytesMax, context.RequestAborted);
        return bytes is null
            ? Refused(413, new("body", null, "body-too-large", $"Send at most {limits.BodyBytesMax} bytes at once."))
            : new(bytes, form, null);
    }

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

    private static RequestBody Refused(int status, Problem problem) =>
        new([], default, Hosting.Refused.With(status, problem));
}
