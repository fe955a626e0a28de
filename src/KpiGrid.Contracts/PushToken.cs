using System.Globalization;

namespace KpiGrid;

/// <summary>Names a record, so that a read can ask to contain it; opaque to clients.</summary>
/// <param name="Epoch">The store's epoch.</param>
/// <param name="Pilot">The pilot.</param>
/// <param name="Sequence">The record's sequence in the pilot's journal stream.</param>
[GenerateSerializer, Immutable, Alias("PushToken")]
public readonly record struct PushToken(
    [property: Id(0)] long Epoch, [property: Id(1)] PilotId Pilot, [property: Id(2)] long Sequence)
{
    /// <summary>Reads a token; false when the text is none.</summary>
    public static bool TryParse(string? text, out PushToken token)
    {
        token = default;
        var parts = (text ?? "").Split('.');
        if (parts.Length != 3 || !PilotId.TryParse(parts[1], out var pilot)) return false;
        if (!TryNumber(parts[0], out var epoch) || !TryNumber(parts[2], out var sequence)) return false;
        token = new(epoch, pilot, sequence);
        return true;
    }

    /// <summary>The text of the token.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Pilot}.{Sequence}");

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
