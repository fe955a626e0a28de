using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The id of a region: any dated set of municipalities.</summary>
/// <remarks>Valid by construction: <c>[a-z0-9-]{1,64}</c>. Ordered by ordinal text.</remarks>
[GenerateSerializer, Immutable, Alias("RegionId")]
public readonly record struct RegionId : IComparable<RegionId>
{
    private RegionId(string value) => Value = value;

    /// <summary>The text.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads an id; false when the text is not of the form above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegionId id)
    {
        var valid = text is not null && IdText.IsSlug(text, 64);
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not of the form above.</exception>
    public static RegionId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a region id");

    /// <inheritdoc/>
    public int CompareTo(RegionId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value ?? "";
}
