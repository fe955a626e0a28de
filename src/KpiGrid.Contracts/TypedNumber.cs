namespace KpiGrid;

/// <summary>A number as a person types it into a form, in whatever habit: <c>1234.5</c>, <c>1.234,5</c>, <c>1 234,5</c>.</summary>
/// <remarks>
/// One rule, the same in every language: a text is read in every style there is, and where two readings differ it is for
/// the person to say which. So <c>1.250</c> is two numbers, 1.25 and 1250, and <c>1,5</c> is one.
/// </remarks>
public static class TypedNumber
{
    private const string Spaces = "\u00A0\u2009\u202F";
    private const int DoubtfulDecimals = 3;

    private static readonly NumberStyle[] styles =
        [NumberStyle.English, NumberStyle.Continental, new('.', ' '), new(',', ' ')];

    /// <summary>After a leading nought no thousands follow: 0.250 is one number.</summary>
    private static readonly NumberStyle[] fractions = [NumberStyle.Plain, new(',', null)];

    /// <summary>What a text may mean, the smaller first: nothing when it is no number, two where it must be asked.</summary>
    public static IReadOnlyList<Amount> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim().Replace('−', '-');
        foreach (var space in Spaces) text = text.Replace(space, ' ');
        if (text.Length > NumberStyle.LengthMax) return [];
        var readings = new List<Amount>();
        foreach (var style in text.TrimStart('-', '+') is ['0', _, ..] ? fractions : styles)
            // Nobody types an exponent by hand; in a form it is a slip.
            if (style.TryRead(text, out var amount, out var hasExponent) && !hasExponent && !readings.Contains(amount)) readings.Add(amount);
        return [.. readings.OrderBy(amount => Int128.Abs(amount.Count))];
    }

    /// <summary>A number as it can be typed and is read back as itself alone.</summary>
    /// <param name="amount">The number.</param>
    /// <param name="decimalMark">What stands before decimals.</param>
    public static string Write(Amount amount, char decimalMark)
    {
        var text = amount.ToString();
        var at = text.IndexOf('.', StringComparison.Ordinal);
        if (at < 0) return text;
        if (text.Length - at - 1 == DoubtfulDecimals) text += '0';
        return text.Replace('.', decimalMark);
    }
}
