using System.Text.Json;

namespace KpiGrid.Api.Measurements;

/// <summary>Reads texts: within their limit, whole characters, nothing hidden, in Unicode form NFC.</summary>
/// <param name="CharactersMax">The most characters, in form NFC.</param>
/// <param name="Lines">Whether line breaks are allowed; they are kept as \n.</param>
internal readonly record struct TextRule(int CharactersMax, bool Lines = false)
{
    /// <summary>A character takes at most six bytes, as an escape.</summary>
    private const int BytesPerCharacterMax = 6;

    public string? Read(ref Utf8JsonReader json, string field, Refusals refusals)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            refusals.WrongType(ref json, field, "a string");
            return null;
        }
        if (json.ValueSpan.Length > (long)CharactersMax * BytesPerCharacterMax) return TooLong(field, refusals);
        if (WholeText.Of(ref json) is not { } text)
        {
            refusals.Add(field, null, "text-unreadable", "Send whole Unicode characters.");
            return null;
        }
        return Checked(text, field, refusals);
    }

    /// <summary>Reads a text that is known to hold whole characters.</summary>
    public string? Read(JsonElement element, string field, Refusals refusals)
    {
        if (element.ValueKind == JsonValueKind.String) return Checked(element.GetString()!, field, refusals);
        refusals.Add(field, null, "wrong-type", "Send a string.");
        return null;
    }

    private string? Checked(string text, string field, Refusals refusals)
    {
        if (Lines) text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        text = text.Normalize();
        if (text.Length > CharactersMax) return TooLong(field, refusals);
        var lines = Lines;
        if (!text.Any(c => WholeText.IsHidden(c) && !(lines && c == '\n'))) return text;
        refusals.Add(field, text, "text-hidden-characters",
            "Leave out control characters, zero-width characters and direction marks.");
        return null;
    }

    private string? TooLong(string field, Refusals refusals)
    {
        refusals.Add(field, null, "text-too-long", $"Use at most {CharactersMax} characters.");
        return null;
    }
}
