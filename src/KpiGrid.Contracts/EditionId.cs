using System.Globalization;

namespace KpiGrid;

/// <summary>An edition of a region.</summary>
/// <remarks>Written <c>ncc/1</c>; that is the name of its journal stream after <c>edition/</c>.</remarks>
/// <param name="Region">The region.</param>
/// <param name="Number">Its number among the editions of the region, from 1 on.</param>
public sealed record EditionId(RegionId Region, int Number)
{
    private const int NumberMax = 1_000_000;

    /// <summary>Reads an id; null when the text is none.</summary>
    public static EditionId? Read(string? text) =>
        (text ?? "").Split('/') is [var place, var digits] && RegionId.TryParse(place, out var region)
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= NumberMax && digits[0] != '0'
            ? new(region, number) : null;

    /// <summary>The text that is read.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Region}/{Number}");
}
