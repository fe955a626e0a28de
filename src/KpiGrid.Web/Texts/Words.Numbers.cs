using System.Globalization;
using System.Text;
using KpiGrid.Api.Totals;

namespace KpiGrid.Web.Texts;

/// <content>Numbers: exact, with the marks of the language, never through binary floating point.</content>
internal sealed partial record Words
{
    /// <summary>A space at which no line ends.</summary>
    public const string NoBreak = "\u00A0";
    private const int GroupDigits = 3;

    /// <summary>All decimals there are.</summary>
    public string Number(Amount amount) => Number(amount.ToString());

    /// <summary>So many decimals, no more and no fewer.</summary>
    public string Number(Amount amount, int decimals)
    {
        var text = Shown.Rounded(amount, decimals).ToString();
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (decimals > 0 && dot < 0) (text, dot) = (text + ".", text.Length);
        return Number(decimals == 0 ? text : text.PadRight(dot + 1 + decimals, '0'));
    }

    public string Number(int whole) => Number(whole.ToString(CultureInfo.InvariantCulture));

    /// <summary>A text that holds a count.</summary>
    public string Of(Counted text, int count) => count == 1 ? text.One : Fill(text.Many, Number(count));

    /// <summary>A difference with its sign, also when it is a rise.</summary>
    public string Signed(Amount amount) => amount.Sign > 0 ? "+" + Number(amount) : Number(amount);

    /// <summary>A part of one in whole percent; below one percent with a decimal, so that it is not nothing.</summary>
    public string Percent(Amount part)
    {
        var percent = Amount.Product(part, Amount.Of(100));
        return Number(Shown.Rounded(percent, percent.Sign > 0 && percent < Amount.Of(1) ? 1 : 0));
    }

    private string Number(string plain)
    {
        var parts = plain.TrimStart('-').Split('.');
        var text = new StringBuilder(plain.StartsWith('-') ? "−" : "");
        foreach (var (index, digit) in parts[0].Index())
        {
            if (index > 0 && (parts[0].Length - index) % GroupDigits == 0) text.Append(Language.ThousandsMark);
            text.Append(digit);
        }
        if (parts.Length > 1) text.Append(Language.DecimalMark).Append(parts[1]);
        return text.ToString();
    }
}
