using System.Text.Json;
using KpiGrid.Api.Hosting;
using KpiGrid.Api.Measurements;

namespace KpiGrid.Api.Registry;

/// <summary>Goes through a document before it is read: it must be JSON, with nothing that reading trips over.</summary>
internal static class FactsText
{
    /// <summary>Why it is no JSON.</summary>
    public static ErrorItem? Unreadable(ReadOnlySpan<byte> body, int depthMax, List<Problem> problems)
    {
        if (JsonText.Check(ref body) is { } error) return error;
        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = depthMax });
        try
        {
            Walk(ref json, problems);
            return null;
        }
        catch (JsonException exception)
        {
            return JsonText.Unreadable(exception, ref json, depthMax);
        }
    }

    private static void Walk(ref Utf8JsonReader json, List<Problem> problems)
    {
        var field = "";
        var arrays = new Stack<bool>();
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            problems.Add(new("body", null, "body-not-an-object", "Send one object."));
        do
        {
            if (json.TokenType == JsonTokenType.PropertyName) field = WholeText.Of(ref json) ?? "";
            Look(ref json, field, arrays, problems);
        }
        while (json.Read());
    }

    private static void Look(ref Utf8JsonReader json, string field, Stack<bool> arrays, List<Problem> problems)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                arrays.Push(json.TokenType == JsonTokenType.StartArray);
                break;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                arrays.Pop();
                break;
            case JsonTokenType.Null when arrays.TryPeek(out var isArray) && isArray:
                problems.Add(new(field, "null", "null-in-list", "Leave it out of the list."));
                break;
            case JsonTokenType.String or JsonTokenType.PropertyName when WholeText.Of(ref json) is null:
                problems.Add(new(field, null, "text-unreadable", "Send whole Unicode characters."));
                break;
        }
    }
}
