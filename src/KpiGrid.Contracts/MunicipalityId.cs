using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>A municipality: country code and national code as text, such as <c>NL-GM0363</c>.</summary>
/// <remarks>
/// Valid by construction: two capital letters, a dash, then <c>[A-Z0-9-]{1,13}</c>. Ordered by ordinal text.
/// </remarks>
[GenerateSerializer, Immutable, Alias("MunicipalityId")]
public readonly record struct MunicipalityId : IComparable<MunicipalityId>
{
    private MunicipalityId(string value) => Value = value;

    /// <summary>The text.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads an id; false when the text is not of the form above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MunicipalityId id)
    {
        var valid = text is not null && IdText.IsMunicipality(text);
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not of the form above.</exception>
    public static MunicipalityId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a municipality id");

    /// <inheritdoc/>
    public int CompareTo(MunicipalityId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value ?? "";
}
