using System.Globalization;
using System.Numerics;

namespace KpiGrid;

/// <summary>An exact amount: a 128-bit count of billionths (1e-9).</summary>
/// <remarks>
/// Addition is checked and order-free: the same amounts give the same sum in any order. Measurements are limited to
/// |value| below 1e15 with at most 9 decimals, so sums of more than 1e14 of them cannot overflow.
/// No amount is ever a binary floating-point number.
/// </remarks>
/// <param name="Count">The number of billionths.</param>
[GenerateSerializer, Immutable, Alias("Amount")]
public readonly record struct Amount([property: Id(0)] Int128 Count) : IComparable<Amount>
{
    /// <summary>Billionths in one.</summary>
    public const long Scale = 1_000_000_000;

    /// <summary>The most decimals an amount holds.</summary>
    public const int DecimalsMax = 9;

    /// <summary>Zero.</summary>
    public static Amount Zero => default;

    /// <summary>One.</summary>
    public static Amount One => new(Scale);

    /// <summary>The amount of a whole number.</summary>
    /// <exception cref="OverflowException">Never for a <see cref="long"/>.</exception>
    public static Amount Of(long whole) => new(checked((Int128)whole * Scale));

    /// <summary>The amount of a decimal.</summary>
    /// <exception cref="ArgumentException">The value has more than nine decimals.</exception>
    public static Amount Of(decimal value)
    {
        var scaled = checked(value * 1m);
        var whole = decimal.Truncate(scaled);
        var rest = (scaled - whole) * Scale;
        if (rest != decimal.Truncate(rest))
        {
            throw new ArgumentException($"{value} has more than nine decimals", nameof(value));
        }
        return new(checked((Int128)whole * Scale + (Int128)rest));
    }

    /// <summary>Reads a plain decimal number with a dot, such as <c>-12.5</c> or <c>1.5e3</c>.</summary>
    /// <returns>False when the text is no number, has more than nine decimals, or is 1e24 or more.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Amount amount)
    {
        amount = default;
        if (!DecimalText.TryRead(text, out var digits, out var scale)) return false;
        for (; scale > 0 && digits % 10 == 0; scale--) digits /= 10;
        if (scale > DecimalsMax) return false;
        var power = DecimalsMax - scale;
        if (digits == 0) return true;
        if (power > 33) return false;
        var count = digits * BigInteger.Pow(10, power);
        if (BigInteger.Abs(count) >= Limit) return false;
        amount = new((Int128)count);
        return true;
    }

    /// <summary>Reads a plain decimal number.</summary>
    /// <exception cref="FormatException">The text is no amount.</exception>
    public static Amount Parse(string text) =>
        TryParse(text, out var amount) ? amount : throw new FormatException($"'{text}' is not an exact amount");

    /// <summary>The quotient a / b, rounded once, half to even, to 1e-9; null when b is zero.</summary>
    public static Amount? Quotient(Amount a, Amount b, int times = 1) =>
        b.Count == 0 ? null : new(Rounded((BigInteger)a.Count * times * Scale, b.Count));

    /// <summary>The product, rounded once, half to even, to 1e-9.</summary>
    /// <exception cref="OverflowException">The product does not fit.</exception>
    public static Amount Product(Amount a, Amount b) => new(Rounded((BigInteger)a.Count * b.Count, Scale));

    /// <summary>This amount times a fraction, rounded once, half to even, to 1e-9.</summary>
    /// <exception cref="OverflowException">The result does not fit.</exception>
    public Amount Times(BigInteger numerator, BigInteger denominator) => new(Rounded(Count * numerator, denominator));

    /// <summary>This amount times parts / whole, cut toward zero at 1e-9.</summary>
    public Amount Part(BigInteger parts, BigInteger whole) => new(checked((Int128)(Count * parts / whole)));

    /// <summary>The decimal at the edge; exact for every amount below 7.9e19.</summary>
    /// <exception cref="OverflowException">The amount does not fit a decimal.</exception>
    public decimal ToDecimal() => (decimal)(Count / Scale) + (decimal)(Count % Scale) / Scale;

    /// <summary>Minus one, zero or one.</summary>
    public int Sign => Int128.Sign(Count);

    /// <summary>Adds, checked.</summary>
    public static Amount operator +(Amount left, Amount right) => new(checked(left.Count + right.Count));

    /// <summary>Subtracts, checked.</summary>
    public static Amount operator -(Amount left, Amount right) => new(checked(left.Count - right.Count));

    /// <summary>Negates, checked.</summary>
    public static Amount operator -(Amount amount) => new(checked(-amount.Count));

    /// <summary>Less than.</summary>
    public static bool operator <(Amount left, Amount right) => left.Count < right.Count;

    /// <summary>Greater than.</summary>
    public static bool operator >(Amount left, Amount right) => left.Count > right.Count;

    /// <summary>At most.</summary>
    public static bool operator <=(Amount left, Amount right) => left.Count <= right.Count;

    /// <summary>At least.</summary>
    public static bool operator >=(Amount left, Amount right) => left.Count >= right.Count;

    /// <inheritdoc/>
    public int CompareTo(Amount other) => Count.CompareTo(other.Count);

    /// <summary>The shortest plain decimal text with a dot, such as <c>1.25</c>; never an exponent.</summary>
    public override string ToString()
    {
        var magnitude = Count < 0 ? (UInt128)(-(Count + 1)) + 1 : (UInt128)Count;
        var whole = (magnitude / Scale).ToString(CultureInfo.InvariantCulture);
        var rest = (ulong)(magnitude % Scale);
        var sign = Count < 0 ? "-" : "";
        return rest == 0
            ? sign + whole
            : sign + whole + "." + rest.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
    }

    private static readonly BigInteger Limit = BigInteger.Pow(10, 33);

    private static Int128 Rounded(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0) (numerator, denominator) = (-numerator, -denominator);
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var twice = BigInteger.Abs(rest) * 2;
        var up = twice > denominator || (twice == denominator && !quotient.IsEven);
        if (up) quotient += numerator.Sign;
        return checked((Int128)quotient);
    }
}
