using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The code of a KPI definition, such as <c>CDW-DIV</c>.</summary>
/// <remarks>Valid by construction: <c>[A-Z0-9-]{1,32}</c>. Ordered by ordinal text.</remarks>
[GenerateSerializer, Immutable, Alias("KpiCode")]
public readonly record struct KpiCode : IComparable<KpiCode>
{
    private KpiCode(string value) => Value = value;

    /// <summary>The text.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads an id; false when the text is not of the form above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out KpiCode id)
    {
        var valid = text is not null && IdText.IsCode(text, 32);
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not of the form above.</exception>
    public static KpiCode Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a KPI code");

    /// <inheritdoc/>
    public int CompareTo(KpiCode other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value ?? "";
}
