using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace KpiGrid.Api.Hosting;

/// <summary>A body that must be JSON, or another text, in UTF-8.</summary>
internal static class JsonText
{
    /// <summary>Takes off a byte order mark and says why a body can be nothing before it is read.</summary>
    public static ErrorItem? Check(ref ReadOnlySpan<byte> body, string form = "json", string wanted = "JSON")
    {
        if (body.StartsWith(Encoding.UTF8.Preamble)) body = body[Encoding.UTF8.Preamble.Length..];
        if (body.IsEmpty) return new(null, null, "body", null, "body-empty", $"Send {wanted}.");
        if (Utf8.IsValid(body)) return null;
        var (line, position) = Place(body, FirstBadByte(body));
        return Broken(line, $"{form}-not-utf8", $"Byte {position} of line {line} is not UTF-8: send UTF-8.");
    }

    /// <summary>Where and why reading stopped, after so many lines that were read apart.</summary>
    public static ErrorItem Unreadable(JsonException exception, ref Utf8JsonReader json, int depthMax, int linesBefore = 0)
    {
        var line = (exception.LineNumber ?? 0) + 1 + linesBefore;
        var position = (exception.BytePositionInLine ?? 0) + 1;
        var inside = json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0;
        return json.CurrentDepth + inside >= depthMax
            ? Broken(line, "json-too-deep", $"Nest at most {depthMax} deep; see byte {position} of line {line}.")
            : Broken(line, "json-unreadable", $"The JSON breaks at byte {position} of line {line}: correct it there.");
    }

    private static ErrorItem Broken(long line, string code, string remedy) =>
        new(null, line, "body", null, code, remedy);

    private static int FirstBadByte(ReadOnlySpan<byte> body)
    {
        for (var at = 0; at < body.Length;)
        {
            if (Rune.DecodeFromUtf8(body[at..], out _, out var length) != OperationStatus.Done) return at;
            at += length;
        }
        return body.Length;
    }

    private static (int Line, int Position) Place(ReadOnlySpan<byte> body, int at)
    {
        var before = body[..at];
        return (before.Count((byte)'\n') + 1, at - before.LastIndexOf((byte)'\n'));
    }
}
