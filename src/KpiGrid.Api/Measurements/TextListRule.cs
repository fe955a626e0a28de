using System.Text.Json;

namespace KpiGrid.Api.Measurements;

/// <summary>Reads arrays of texts.</summary>
internal readonly record struct TextListRule(int CountMax, TextRule Each)
{
    /// <summary>The texts; null, with refusals added, when any is not good.</summary>
    public IReadOnlyList<string>? Read(ref Utf8JsonReader json, string field, Refusals refusals)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            refusals.WrongType(ref json, field, "an array of strings");
            return null;
        }
        var before = refusals.Count;
        var texts = new List<string>();
        var index = 0;
        for (; json.Read() && json.TokenType != JsonTokenType.EndArray; index++)
        {
            if (index >= CountMax || refusals.Full) json.Skip();
            else if (Each.Read(ref json, $"{field}[{index}]", refusals) is { } text) texts.Add(text);
        }
        if (index > CountMax)
            refusals.Add(field, $"{index} entries", $"{field}-too-many", $"Send at most {CountMax}.");
        return refusals.Count == before && index <= CountMax ? texts : null;
    }
}
