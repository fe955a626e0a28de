namespace KpiGrid;

/// <summary>Why a number looks like a slip beside the history of its own KPI stream. A question, never a verdict.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Usual">The median of the history, in the unit of the history.</param>
/// <param name="Likely">The number as it would fit in, where one shift of its comma would do; else null.</param>
public sealed record Slip(SlipKind Kind, Amount Usual, Amount? Likely)
{
    /// <summary>So many values make a history that a number can stand out of.</summary>
    public const int HistoryMin = 3;

    /// <summary>Up to so many times what was the largest, or a part of the smallest, nothing is asked.</summary>
    private const int Room = 3;

    /// <summary>A number shifted back fits when it is at most so many times the largest, or a part of the smallest.</summary>
    private const int Fit = 2;

    /// <summary>Beyond so many times the largest, or that part of the smallest, a number is asked about in any case.</summary>
    private const int Far = 10;

    private static readonly (int Factor, SlipKind Kind)[] shifts =
        [(1000, SlipKind.Thousand), (10, SlipKind.Shifted), (100, SlipKind.Shifted)];

    /// <summary>Holds a number against earlier ones of the same stream, unit and length of period; null asks nothing.</summary>
    /// <remarks>
    /// A factor of 1,000 (kg for t, a thousands mark for a decimal one) is asked about beside a single earlier value, all else
    /// beside <see cref="HistoryMin"/>. Noughts say nothing, neither as value nor as history.
    /// </remarks>
    public static Slip? Of(Amount value, IReadOnlyList<Amount> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var sizes = history.Select(Size).Where(size => size > 0).Order().ToList();
        var size = Size(value);
        if (size == 0 || sizes.Count == 0) return null;
        var usual = new Amount(sizes[sizes.Count / 2]);
        var isLong = sizes.Count >= HistoryMin;
        if (isLong && value.Sign < 0 && history.All(earlier => earlier.Sign >= 0)) return new(SlipKind.Negative, usual, -value);
        if (Fits(size, sizes, Room)) return null;
        var shifted = shifts.Where(shift => isLong || shift.Kind == SlipKind.Thousand)
            .Select(shift => (shift.Kind, Likely: Back(value, shift.Factor, size > sizes[^1])))
            .Where(shift => shift.Likely is { } likely && Fits(Size(likely), sizes, Fit))
            .OrderBy(shift => Distance(Size(shift.Likely!.Value), usual.Count)).ToList();
        if (shifted is [var nearest, ..]) return new(nearest.Kind, usual, nearest.Likely);
        return isLong && !Fits(size, sizes, Far) ? new(SlipKind.Outlier, usual, null) : null;
    }

    private static Int128 Size(Amount amount) => Int128.Abs(amount.Count);

    /// <summary>How many times larger or smaller than usual, on a scale on which both are alike; it only ranks.</summary>
    private static double Distance(Int128 size, Int128 usual) => Math.Abs(Math.Log((double)size / (double)usual));

    private static bool Fits(Int128 size, List<Int128> sizes, int times) =>
        size <= sizes[^1] * times && size * times >= sizes[0];

    /// <summary>The number with its comma shifted back; null when it would lose digits.</summary>
    private static Amount? Back(Amount value, int factor, bool isTooLarge) =>
        !isTooLarge ? new(value.Count * factor) : value.Count % factor == 0 ? new(value.Count / factor) : null;
}

/// <summary>What a number looks like beside its history.</summary>
public enum SlipKind
{
    /// <summary>About 1,000 times too large or too small: kg for t, or a thousands mark for a decimal one.</summary>
    Thousand,

    /// <summary>About 10 or 100 times too large or too small: a comma in the wrong place.</summary>
    Shifted,

    /// <summary>Far from everything before.</summary>
    Outlier,

    /// <summary>Below zero where nothing was before.</summary>
    Negative,
}
