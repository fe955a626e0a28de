using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace KpiGrid.Host.Verification;

/// <summary>Exact numbers as whole counts of 1e-9, without any limit of size.</summary>
internal static class Billionths
{
    private const NumberStyles Signed = NumberStyles.AllowLeadingSign;

    public static readonly BigInteger One = 1_000_000_000;

    /// <summary>The number that a JSON number or decimal string holds.</summary>
    public static BigInteger Of(JsonElement element) =>
        Parse(element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText());

    public static BigInteger Parse(string text)
    {
        var mark = text.IndexOfAny(['e', 'E']);
        var power = mark < 0 ? 9 : 9 + int.Parse(text.AsSpan(mark + 1), Signed, CultureInfo.InvariantCulture);
        var digits = mark < 0 ? text : text[..mark];
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            power -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }
        var number = BigInteger.Parse(digits, Signed, CultureInfo.InvariantCulture);
        if (power >= 0) return number * BigInteger.Pow(10, power);
        var count = BigInteger.DivRem(number, BigInteger.Pow(10, -power), out var lost);
        return lost.IsZero ? count : throw new FormatException($"'{text}' has more than nine decimals");
    }

    public static string Text(BigInteger count)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(count), One, out var rest);
        var decimals = rest.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        var sign = count.Sign < 0 ? "-" : "";
        return sign + whole.ToString(CultureInfo.InvariantCulture) + (decimals.Length == 0 ? "" : "." + decimals);
    }

    /// <summary>times x a / b, rounded once, half to even; null when b is zero.</summary>
    public static BigInteger? Quotient(BigInteger a, BigInteger b, int times)
    {
        if (b.IsZero) return null;
        var (dividend, divisor) = (BigInteger.Abs(a) * times * One, BigInteger.Abs(b));
        var below = dividend / divisor;
        var twiceRest = 2 * (dividend - below * divisor);
        if (twiceRest > divisor || (twiceRest == divisor && !below.IsEven)) below++;
        return a.Sign * b.Sign < 0 ? -below : below;
    }
}
