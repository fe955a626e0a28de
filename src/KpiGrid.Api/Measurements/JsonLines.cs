using System.Text.Json;
using KpiGrid.Api.Hosting;

namespace KpiGrid.Api.Measurements;

/// <summary>Reads a body of one object a line; the lines are slices of the body.</summary>
internal static class JsonLines
{
    public static Reading<T> Read<T>(ReadOnlySpan<byte> body, ApiOptions limits, Items<T> items, ItemReader<T> read)
        where T : class
    {
        if (JsonText.Check(ref body) is { } unreadable) return Reading<T>.Broken(unreadable);
        body = body.TrimEnd(" \t\r\n"u8);
        while (!body.IsEmpty && items.IsWanted())
        {
            var end = body.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            body = end < 0 ? [] : body[(end + 1)..];
            if (ReadLine(line, limits.JsonDepthMax, items, read) is { } broken) return Reading<T>.Broken(broken);
        }
        // No line is left out, so an item's place gives its line.
        return items.Reading(place => place + 1);
    }

    private static ErrorItem? ReadLine<T>(ReadOnlySpan<byte> line, int depthMax, Items<T> items, ItemReader<T> read)
        where T : class
    {
        var json = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = depthMax });
        try
        {
            if (!IsObject(ref json, line)) return NotAnObject(items.Count + 1);
            var item = read(ref json, items.Refusals);
            json.Read();
            items.Next(item);
            return null;
        }
        catch (JsonException exception)
        {
            var unreadable = JsonText.Unreadable(exception, ref json, depthMax, items.Count);
            return unreadable with { Remedy = unreadable.Remedy + " Each line is one whole object." };
        }
    }

    private static bool IsObject(ref Utf8JsonReader json, ReadOnlySpan<byte> line) =>
        !line.Trim(" \t\r"u8).IsEmpty && json.Read() && json.TokenType == JsonTokenType.StartObject;

    private static ErrorItem NotAnObject(long line) =>
        new(null, line, "body", null, "line-not-an-object", $"Make line {line} one whole object, or leave it out.");
}
