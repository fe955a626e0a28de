using System.Globalization;
using KpiGrid.Api.Totals;

namespace KpiGrid.Web.Texts;

/// <content>Numbers and names in the language.</content>
public sealed partial record Words
{
    private const string NoBreak = "\u00A0";

    internal string RegionKind(RegionKind kind) => Kinds.GetValueOrDefault(kind.Text(), kind.Text());

    internal string RegionLine(RegionKind kind, int members) =>
        $"{RegionKind(kind)}, {members.ToString("N0", Culture)} {(members == 1 ? Member : Members)}";

    internal string Mark(string mark) => Marks.GetValueOrDefault(mark, mark);

    internal string NoKpis(int year) => string.Format(Culture, NoKpisForm, year);

    internal string Coverage(CoverageAnswer coverage) =>
        string.Format(Culture, CoverageForm, coverage.Reported, coverage.Expected);

    /// <summary>A year as it is, a quarter without its year.</summary>
    internal string Period(Period period) => period.Size == PeriodSize.Quarter
        ? string.Format(Culture, QuarterForm, (period.First.Month + 2) / 3)
        : period.ToString();

    /// <summary>A name in the language, or in English; null when neither is there.</summary>
    internal string? Of(Trilingual text)
    {
        var own = Language switch { "da" => text.Da, "nl" => text.Nl, _ => text.En };
        return own.Length > 0 ? own : text.En.Length > 0 ? text.En : null;
    }

    /// <summary>What a period comes to, with its unit; null when there is no value.</summary>
    internal string? Value(PeriodAnswer answer, string unit)
    {
        var shown = answer.Unit ?? unit;
        if (answer.Shown is { } value) return With(Number(value), shown);
        if (answer.Amounts is { Count: > 0 } amounts)
            return string.Join(" + ", amounts.Select(amount => With(Number(amount.Value), amount.Unit)));
        if (answer.Median is { } median) return $"{Median}{NoBreak}{Number(median)}";
        if (answer is { AtLeast: { } least, AtMost: { } most })
            return With($"{Number(least)}–{Number(most)}", shown);
        return null;
    }

    /// <summary>Groups and the decimal sign of the language; all decimals there are.</summary>
    internal string Number(Amount amount)
    {
        var text = amount.ToString().TrimStart('-').Split('.');
        var whole = Int128.Parse(text[0], CultureInfo.InvariantCulture).ToString("N0", Culture);
        var sign = amount.Sign < 0 ? "−" : "";
        return text is [_, var decimals]
            ? sign + whole + Culture.NumberFormat.NumberDecimalSeparator + decimals
            : sign + whole;
    }

    private string With(string number, string unit) =>
        unit is "1" or "score" or "money" ? number : number + NoBreak + Unit(unit);

    private string Unit(string unit) => Units.GetValueOrDefault(unit) ?? unit
        .Replace("CO2e", $"{NoBreak}CO₂e", StringComparison.Ordinal)
        .Replace("m2", "m²", StringComparison.Ordinal)
        .Replace("m3", "m³", StringComparison.Ordinal);
}
