using System.Globalization;
using System.Text;

namespace KpiGrid.Tests.Fuzz;

/// <summary>A request before it is written: every part may be anything.</summary>
internal sealed record FuzzRequest(string Method, string Target, byte[] Body)
{
    public string? ContentType { get; init; }

    public string? Headers { get; init; }

    /// <summary>Whether a good answer may have stored something.</summary>
    public bool Writes => Method != "GET" && !Target.Contains("dryRun=true", StringComparison.Ordinal);

    public byte[] Bytes(string key = "")
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"{Method} {Target} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        if (key.Length > 0) head.Append(CultureInfo.InvariantCulture, $"Authorization: Bearer {key}\r\n");
        if (ContentType is not null) head.Append(CultureInfo.InvariantCulture, $"Content-Type: {ContentType}\r\n");
        if (Method != "GET") head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        head.Append(Headers).Append("\r\n");
        return Method == "GET" ? Encoding.Latin1.GetBytes(head.ToString())
            : [.. Encoding.Latin1.GetBytes(head.ToString()), .. Body];
    }

    public override string ToString()
    {
        var text = Encoding.UTF8.GetString(Bytes());
        return text.Length > 2_000 ? text[..2_000] + "…" : text;
    }
}
