using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>One value of a KPI's exclusive breakdown, such as <c>wood</c>.</summary>
/// <remarks>Valid by construction: <c>[a-z0-9-]{1,48}</c>. Ordered by ordinal text.</remarks>
[GenerateSerializer, Immutable, Alias("ClassId")]
public readonly record struct ClassId : IComparable<ClassId>
{
    private ClassId(string value) => Value = value;

    /// <summary>The text.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads an id; false when the text is not of the form above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ClassId id)
    {
        var valid = text is not null && IdText.IsSlug(text, 48);
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not of the form above.</exception>
    public static ClassId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a class id");

    /// <inheritdoc/>
    public int CompareTo(ClassId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value ?? "";
}
