using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The id of a pilot project.</summary>
/// <remarks>Valid by construction: <c>[a-z0-9-]{1,64}</c>. Ordered by ordinal text.</remarks>
[GenerateSerializer, Immutable, Alias("PilotId")]
public readonly record struct PilotId : IComparable<PilotId>
{
    private PilotId(string value) => Value = value;

    /// <summary>The text.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads an id; false when the text is not of the form above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PilotId id)
    {
        var valid = text is not null && IdText.IsSlug(text, 64);
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not of the form above.</exception>
    public static PilotId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a pilot id");

    /// <inheritdoc/>
    public int CompareTo(PilotId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value ?? "";
}
