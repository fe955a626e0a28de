using System.Text;

namespace KpiGrid.Tests.Fuzz;

/// <summary>Spoils good requests: one to four changes each, anywhere.</summary>
internal static class Spoiling
{
    private static readonly string[] contentTypes =
    [
        "application/json", "application/json; charset=utf-16", "application/x-ndjson", "text/csv", "text/csv; header=absent",
        "text/plain", "multipart/form-data; boundary=x", "application/xml", "", "application/json;;;", "*/*",
    ];

    private static readonly string[] headers =
    [
        "If-Match: \"1\"\r\n", "If-Match: *\r\n", "If-Match: \"\"\r\n", "If-Match: W/\"1\"\r\n",
        "If-Match: \"99999999999999999999\"\r\n", "If-Match: 1, 2\r\n", "Accept: text/html;q=x\r\n", "Accept: */*,,,\r\n",
        "Accept-Language: \xff\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br, gzip, deflate\r\n",
        "Last-Event-ID: 99999999999999999999-zz\r\n", "Last-Event-ID: -\r\n", "Range: bytes=5-1\r\n", "Cookie: ;;;=\r\n",
        "Authorization: Bearer \x01\r\n", "X-Forwarded-For: '; drop\r\n", "Expect: nothing\r\n",
    ];

    public static FuzzRequest Spoil(FuzzRequest request, Random random)
    {
        for (var left = random.Next(1, 5); left > 0; left--) request = SpoilOnce(request, random);
        return request;
    }

    private static FuzzRequest SpoilOnce(FuzzRequest request, Random random) => random.Next(request.Body.Length > 0 ? 12 : 5) switch
    {
        0 or 1 => request with { Target = Parameter(request.Target, random) },
        2 => request with { Target = Segment(request.Target, random) },
        3 => request with { Headers = headers[random.Next(headers.Length)] },
        4 => request with { ContentType = contentTypes[random.Next(contentTypes.Length)] },
        _ => request with { Body = Body(request.Body, random) },
    };

    /// <summary>Spoils one parameter of the query, drops it, doubles it, or adds one.</summary>
    private static string Parameter(string target, Random random)
    {
        var parts = target.Split('?', 2);
        var parameters = parts.Length > 1 ? parts[1].Split('&').ToList() : [];
        if (parameters.Count == 0 || random.Next(6) == 0) parameters.Add($"{Escaped(random)}={Escaped(random)}");
        else
        {
            var at = random.Next(parameters.Count);
            var name = parameters[at].Split('=')[0];
            if (random.Next(5) == 0) parameters.RemoveAt(at);
            else if (random.Next(5) == 0) parameters.Add(parameters[at]);
            else parameters[at] = $"{name}={Escaped(random)}";
        }
        return parts[0] + "?" + string.Join('&', parameters);
    }

    private static string Segment(string target, Random random)
    {
        var segments = target.Split('/');
        segments[random.Next(1, segments.Length)] = Escaped(random);
        return string.Join('/', segments);
    }

    // Mostly as a browser writes it; now and then as it stands, as long as it stays one line.
    private static string Escaped(Random random)
    {
        var text = HostileTexts.One(random);
        return random.Next(8) > 0 || text.Any(letter => letter is < '!' or > '~')
            ? Uri.EscapeDataString(text)
            : text;
    }

    private static byte[] Body(byte[] body, Random random)
    {
        if (body.Length == 0) return HostileTexts.Bytes(random);
        var (from, to) = Stretch(body.Length, random);
        return random.Next(9) switch
        {
            0 => body[..from],
            1 => [.. body[..from], .. body[to..]],
            2 => [.. body[..to], .. body[from..]],
            3 => Flipped(body, from, random),
            4 => [.. body[..from], .. RandomBytes(random), .. body[from..]],
            5 => [.. body[..from], .. HostileTexts.Bytes(random), .. body[from..]],
            _ => Value(body, random),
        };
    }

    /// <summary>Puts a hostile text where a value stands: after a colon or between two separators.</summary>
    private static byte[] Value(byte[] body, Random random)
    {
        var places = Enumerable.Range(0, body.Length - 1).Where(i => body[i] is (byte)':' or (byte)';' or (byte)',').ToList();
        if (places.Count == 0) return [.. body, .. HostileTexts.Bytes(random)];
        var from = places[random.Next(places.Count)] + 1;
        var to = from;
        while (to < body.Length && body[to] is not ((byte)',' or (byte)';' or (byte)'}' or (byte)'\n')) to++;
        var value = random.Next(2) == 0
            ? HostileTexts.Bytes(random)
            : Encoding.UTF8.GetBytes($"\"{HostileTexts.One(random)}\"");
        return [.. body[..from], .. value, .. body[to..]];
    }

    private static (int From, int To) Stretch(int length, Random random)
    {
        var from = random.Next(length);
        return (from, Math.Min(length, from + random.Next(1, 40)));
    }

    private static byte[] Flipped(byte[] body, int at, Random random)
    {
        var flipped = body.ToArray();
        flipped[at] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(1, 12)];
        random.NextBytes(bytes);
        return bytes;
    }
}
