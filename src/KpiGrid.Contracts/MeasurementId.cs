using System.Diagnostics.CodeAnalysis;

namespace KpiGrid;

/// <summary>The client's id of a measurement; unique per pilot and KPI.</summary>
/// <remarks>Valid by construction: 1 to 64 printable ASCII characters. Ordered by ordinal text.</remarks>
[GenerateSerializer, Immutable, Alias("MeasurementId")]
public readonly record struct MeasurementId : IComparable<MeasurementId>
{
    private MeasurementId(string value) => Value = value;

    /// <summary>The text.</summary>
    [Id(0)]
    public string Value { get; }

    /// <summary>Reads an id; false when the text is not of the form above.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MeasurementId id)
    {
        var valid = text is not null && IdText.IsPrintable(text, 64);
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not of the form above.</exception>
    public static MeasurementId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a measurement id");

    /// <inheritdoc/>
    public int CompareTo(MeasurementId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text.</summary>
    public override string ToString() => Value ?? "";
}
