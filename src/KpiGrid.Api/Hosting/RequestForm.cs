using Microsoft.Net.Http.Headers;

namespace KpiGrid.Api.Hosting;

/// <summary>How a request's body is written.</summary>
internal enum RequestForm
{
    Json,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>A header row, then one row an item.</summary>
    Csv,
}

/// <summary>The media types of the forms.</summary>
internal static class RequestForms
{
    private static readonly (string Type, RequestForm Form)[] Types =
    [
        ("application/json", RequestForm.Json), ("application/x-ndjson", RequestForm.JsonLines),
        ("application/jsonl", RequestForm.JsonLines), ("text/csv", RequestForm.Csv),
    ];

    /// <summary>The media types that some forms are sent as.</summary>
    public static IEnumerable<string> TypesOf(IEnumerable<RequestForm> forms) =>
        Types.Where(pair => forms.Contains(pair.Form)).Select(pair => pair.Type);

    /// <summary>The form of a content type in UTF-8; null for any other.</summary>
    public static RequestForm? Of(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !IsUtf8(type) || IsHeadless(type)) return null;
        foreach (var (text, form) in Types)
        {
            if (type.MediaType.Equals(text, StringComparison.OrdinalIgnoreCase)) return form;
        }
        return null;
    }

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset)
            .Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>A table without a header row does not say what its columns are.</summary>
    private static bool IsHeadless(MediaTypeHeaderValue type) => type.Parameters.Any(parameter =>
        parameter.Name.Equals("header", StringComparison.OrdinalIgnoreCase)
        && !HeaderUtilities.RemoveQuotes(parameter.Value).Equals("present", StringComparison.OrdinalIgnoreCase));
}
