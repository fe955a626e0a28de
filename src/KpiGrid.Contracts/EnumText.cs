using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The text forms of a closed set, both ways; ordinal, never by culture.</summary>
internal sealed class EnumText<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string> texts = [];
    private readonly Dictionary<string, T> values = new(StringComparer.Ordinal);

    public EnumText(Func<T, string> text)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            texts.Add(value, text(value));
            values.Add(text(value), value);
        }
    }

    public string All => string.Join(", ", values.Keys);

    public string Of(T value) => texts.TryGetValue(value, out var text) ? text : "";

    public bool TryParse([NotNullWhen(true)] string? text, out T value)
    {
        value = default;
        return text is not null && values.TryGetValue(text, out value);
    }
}
