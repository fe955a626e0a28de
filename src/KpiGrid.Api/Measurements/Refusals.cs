using System.Text;
using System.Text.Json;

namespace KpiGrid.Api.Measurements;

/// <summary>What was refused while reading a request, item by item; stops at the number that is listed.</summary>
internal sealed class Refusals(int listedMax, int ofOneMax = int.MaxValue)
{
    private readonly List<Refusal> found = [];
    private int before;

    /// <summary>The place of the item being read.</summary>
    public int Index
    {
        get;
        set => (field, before) = (value, found.Count);
    }

    /// <summary>Whether the request as a whole was refused.</summary>
    public bool OfWhole { get; private set; }

    public int Count => found.Count;

    /// <summary>Whether more would not be listed.</summary>
    public bool Full => found.Count >= listedMax;

    public IReadOnlyList<Refusal> Found => found;

    public void Add(string field, string? value, string code, string remedy)
    {
        if (!Full && Count - before < ofOneMax)
            found.Add(new(Index, StatusCodes.Status422UnprocessableEntity, new(field, value, code, remedy)));
    }

    /// <summary>Refuses the request as a whole.</summary>
    public void AddWhole(string field, string? value, string code, string remedy)
    {
        OfWhole = true;
        Add(field, value, code, remedy);
    }

    /// <summary>Refuses a value of another JSON type and passes over it.</summary>
    public void WrongType(ref Utf8JsonReader json, string field, string wanted)
    {
        var nested = json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        var value = nested ? null : Encoding.UTF8.GetString(json.ValueSpan[..Math.Min(json.ValueSpan.Length, 200)]);
        Add(field, value, "wrong-type", $"Send {wanted}.");
        json.Skip();
    }
}
