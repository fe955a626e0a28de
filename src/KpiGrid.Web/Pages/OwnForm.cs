using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace KpiGrid.Web.Pages;

/// <summary>Reads a form that a page of this server made.</summary>
internal static class OwnForm
{
    /// <summary>The form; null when it is too broken to be read, or some other page made it.</summary>
    public static async Task<IFormCollection?> Read(HttpContext context, IAntiforgery forgery, int bytesMax)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = bytesMax;
        if (!context.Request.HasFormContentType) return null;
        // A file that was looked at comes back in one field.
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions
        {
            ValueLengthLimit = bytesMax, MultipartBodyLengthLimit = bytesMax, BufferBodyLengthLimit = bytesMax,
        }));
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return await forgery.IsRequestValidAsync(context) ? form : null;
        }
        catch (InvalidDataException)
        {
            // Too many fields, or no end of a part: no browser sends such a form.
            return null;
        }
    }
}
