using System.Text.Json;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements;

/// <summary>Reads one object; null, with refusals added, when it is not good. Ends on its last token.</summary>
internal delegate T? ItemReader<T>(ref Utf8JsonReader json, Refusals refusals);

/// <summary>Reads a body of one object, or of an array of objects.</summary>
internal static class JsonItems
{
    public static Reading<T> Read<T>(ReadOnlySpan<byte> body, ApiOptions limits, ItemReader<T> read)
        where T : class
    {
        if (JsonText.Check(ref body) is { } unreadable) return Reading<T>.Broken(unreadable);
        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = limits.JsonDepthMax });
        var items = new Items<T>(limits, read);
        try
        {
            items.ReadAll(ref json);
            return items.Reading;
        }
        catch (JsonException exception)
        {
            return Reading<T>.Broken(JsonText.Unreadable(exception, ref json, limits.JsonDepthMax));
        }
    }

    private sealed class Items<T>(ApiOptions limits, ItemReader<T> read)
        where T : class
    {
        private readonly List<T> items = [];
        private readonly List<int> places = [];
        private readonly Refusals refusals = new(limits.ErrorsListedMax);

        public Reading<T> Reading => new(items, places, refusals.Found);

        public void ReadAll(ref Utf8JsonReader json)
        {
            json.Read();
            if (json.TokenType == JsonTokenType.StartArray) ReadArray(ref json);
            else if (json.TokenType == JsonTokenType.StartObject) ReadItem(ref json);
            else refusals.Add("body", null, "body-not-items", "Send one object or an array of objects.");
            // What follows the value is an error, which the reader finds only when asked to go on.
            json.Read();
        }

        private void ReadArray(ref Utf8JsonReader json)
        {
            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                ReadItem(ref json);
                refusals.Index++;
            }
            if (refusals.Index == 0) refusals.Add("body", "[]", "body-without-items", "Send at least one item.");
        }

        private void ReadItem(ref Utf8JsonReader json)
        {
            if (refusals.Full || TooMany())
            {
                json.Skip();
            }
            else if (json.TokenType != JsonTokenType.StartObject)
            {
                refusals.Add("", null, "item-not-an-object", "Send an object with id, kpi, period and a value.");
                json.Skip();
            }
            else if (read(ref json, refusals) is { } item)
            {
                items.Add(item);
                places.Add(refusals.Index);
            }
        }

        private bool TooMany()
        {
            if (refusals.Index == limits.MeasurementsMax)
                refusals.Add("", null, "items-too-many", $"Send at most {limits.MeasurementsMax} in one request.");
            return refusals.Index >= limits.MeasurementsMax;
        }
    }
}
