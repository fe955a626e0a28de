using System.Text.Json;

namespace KpiGrid.Api.Registry;

/// <summary>Reads a document and says in the sender's words why it is not of its shape.</summary>
internal static class FactsJson
{
    public static TFacts? Read<TFacts>(byte[] json, List<Problem> problems)
        where TFacts : class
    {
        try
        {
            return JsonSerializer.Deserialize<TFacts>(json, KpiGridJson.Options);
        }
        catch (JsonException exception)
        {
            problems.Add(Of(exception));
            return null;
        }
    }

    private static Problem Of(JsonException exception)
    {
        var field = exception.Path is { } path && path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : "body";
        if (exception.Message.StartsWith("The JSON property", StringComparison.Ordinal))
            return new(field, null, "field-unknown", "Leave it out, or correct its name.");
        if (exception.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
            return new(field, null, "field-doubled", "Send it once.");
        // Our own converters speak to the sender; the serializer's messages name types nobody outside knows.
        return exception.Message.Contains(" Path: ", StringComparison.Ordinal)
            ? new(field, null, "wrong-type", "Send a value of the documented type; see /openapi/v1.json.")
            : new(field, null, "value-unreadable", exception.Message + ".");
    }
}
