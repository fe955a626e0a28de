using System.Text.Json;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements;

/// <summary>Reads one object; null, with refusals added, when it is not good. Ends on its last token.</summary>
internal delegate T? ItemReader<T>(ref Utf8JsonReader json, Refusals refusals);

/// <summary>Reads a body of one object, or of an array of objects.</summary>
internal static class JsonItems
{
    public static Reading<T> Read<T>(ReadOnlySpan<byte> body, ApiOptions limits, Items<T> items, ItemReader<T> read)
        where T : class
    {
        if (JsonText.Check(ref body) is { } unreadable) return Reading<T>.Broken(unreadable);
        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = limits.JsonDepthMax });
        try
        {
            ReadAll(ref json, items, read);
            return items.Reading();
        }
        catch (JsonException exception)
        {
            return Reading<T>.Broken(JsonText.Unreadable(exception, ref json, limits.JsonDepthMax));
        }
    }

    private static void ReadAll<T>(ref Utf8JsonReader json, Items<T> items, ItemReader<T> read)
        where T : class
    {
        json.Read();
        if (json.TokenType == JsonTokenType.StartObject) ReadItem(ref json, items, read);
        else if (json.TokenType != JsonTokenType.StartArray)
            items.Refusals.AddWhole("body", null, "body-not-items", "Send one object or an array of objects.");
        else
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndArray) ReadItem(ref json, items, read);
        }
        // What follows the value is an error, which the reader finds only when asked to go on.
        json.Read();
    }

    private static void ReadItem<T>(ref Utf8JsonReader json, Items<T> items, ItemReader<T> read)
        where T : class
    {
        T? item = null;
        if (!items.IsWanted()) json.Skip();
        else if (json.TokenType == JsonTokenType.StartObject) item = read(ref json, items.Refusals);
        else
        {
            items.Refusals.Add("", null, "item-not-an-object", "Send an object with id, kpi, period and a value.");
            json.Skip();
        }
        items.Next(item);
    }
}
