using System.Numerics;

namespace KpiGrid.Api.Totals;

/// <summary>Rounds for display only; what is shown is never stored or added up again.</summary>
internal static class Shown
{
    /// <summary>Rounded once, half to even.</summary>
    public static Amount Rounded(Amount value, int decimals)
    {
        var step = Step(decimals);
        return new(checked(RoundedUnits(value, step) * step));
    }

    /// <summary>
    /// Whole parts that add to the whole shown, by largest remainder; ties go to the earlier part.
    /// </summary>
    public static IReadOnlyList<Amount> WholeParts(IReadOnlyList<Amount> parts)
    {
        var whole = parts.Aggregate(Amount.Zero, (total, part) => total + part);
        var floors = parts.Select(part => Floor(part.Count)).ToList();
        var left = RoundedUnits(whole, Amount.Scale);
        foreach (var floor in floors) left -= floor;
        var raised = parts.Index()
            .OrderByDescending(part => part.Item.Count - floors[part.Index] * Amount.Scale)
            .ThenBy(part => part.Index)
            .Take((int)left)
            .Select(part => part.Index)
            .ToHashSet();
        return [.. floors.Select((floor, index) =>
            new Amount((floor + (raised.Contains(index) ? 1 : 0)) * Amount.Scale))];
    }

    private static Int128 Floor(Int128 count)
    {
        var (quotient, rest) = Int128.DivRem(count, Amount.Scale);
        return rest < 0 ? quotient - 1 : quotient;
    }

    private static Int128 RoundedUnits(Amount value, long step)
    {
        var (quotient, rest) = Int128.DivRem(value.Count, step);
        var twice = Int128.Abs(rest) * 2;
        var up = twice > step || (twice == step && !Int128.IsEvenInteger(quotient));
        return up ? quotient + Int128.Sign(value.Count) : quotient;
    }

    private static long Step(int decimals) => (long)BigInteger.Pow(10, Amount.DecimalsMax - Math.Clamp(decimals, 0, 9));
}
