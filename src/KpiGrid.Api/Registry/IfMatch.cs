using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Registry;

/// <summary>Heads as entity tags: <c>"12"</c>.</summary>
internal static class IfMatch
{
    public static string Tag(long head) => string.Create(CultureInfo.InvariantCulture, $"\"{head}\"");

    /// <summary>The head a change was made on; null when the sender does not say.</summary>
    public static long? Of(HttpRequest request, out ProblemHttpResult? refusal)
    {
        refusal = null;
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0) return null;
        if (header.Length > 2 && header[0] == '"' && header[^1] == '"'
            && long.TryParse(header[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var head)) return head;
        refusal = Refused.With(400, new Problem("If-Match", header, "if-match-unreadable",
            "Send one head in quotes, as the ETag of the last answer gave it, such as \"12\"."));
        return null;
    }
}
