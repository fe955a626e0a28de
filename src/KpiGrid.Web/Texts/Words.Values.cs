using KpiGrid.Api.Totals;

namespace KpiGrid.Web.Texts;

/// <content>What totals come to, with unit, coverage and marks.</content>
internal sealed partial record Words
{
    public const string InProgress = "in-progress";

    /// <summary>What a period comes to, with its unit; null when there is no value.</summary>
    public string? Value(PeriodAnswer answer, string unit)
    {
        var shown = answer.Unit ?? unit;
        if ((answer.Shown ?? answer.Value) is { } value) return With(Number(value), shown);
        if (answer.Amounts is { Count: > 0 } amounts)
            return string.Join(" + ", amounts.Select(amount => With(Number(amount.Value), amount.Unit)));
        if (answer.Median is { } median) return Fill(Values.Median, Number(median));
        if (answer is { AtLeast: { } least, AtMost: { } most })
            return With(Fill(Values.Between, Number(least), Number(most)), shown);
        return null;
    }

    /// <summary>A number and its unit, never parted at the end of a line.</summary>
    public string With(string number, string unit)
    {
        var name = number == "1" && Values.Units.TryGetValue(unit, out var counted) ? counted.One : Unit(unit);
        return name.Length > 0 ? number + NoBreak + name : number;
    }

    /// <summary>What a unit is called; nothing for a bare number.</summary>
    public string Unit(string unit) => unit is "1" or "score" or "money" ? "" : Values.Units.GetValueOrDefault(unit)?.Many ?? unit
        .Replace("CO2e", $"{NoBreak}CO₂e", StringComparison.Ordinal)
        .Replace("m2.h", "m²·h", StringComparison.Ordinal)
        .Replace("m2", "m²", StringComparison.Ordinal)
        .Replace("m3", "m³", StringComparison.Ordinal);

    /// <summary>How much of what was expected is inside; null when nothing is expected.</summary>
    public string? Coverage(CoverageAnswer? coverage) => coverage is { Expected: > 0 }
        ? Fill(coverage.Approved > 0 ? Values.CoverageApprovedForm : Values.CoverageForm,
            Number(coverage.Reported), Number(coverage.Expected), Number(coverage.Approved))
        : null;

    /// <summary>What else there is to know about a total.</summary>
    public IReadOnlyList<string> Marks(PeriodAnswer answer)
    {
        var marks = answer.Marks.Select(mark => Values.Marks.GetValueOrDefault(mark, mark)).ToList();
        if (answer.Provisional) marks.Add(Values.Marks["provisional"]);
        if (answer.Estimated is { Sign: > 0 } part) marks.Add(Fill(Values.EstimatedPart, Percent(part)));
        return marks;
    }

    /// <summary>What else there is to know, where it stands beside that the period is not over yet.</summary>
    public IReadOnlyList<string> MarksInside(PeriodAnswer answer) =>
        Marks(answer with { Marks = [.. answer.Marks.Where(mark => mark != InProgress)] });

    public string Of(Flag flag) => Values.Flags[flag.Text()];

    public string Of(RegionKind kind) => Values.RegionKinds[kind.Text()];

    public string Of(PilotKind kind) => Values.PilotKinds[kind.Text()];

    /// <summary>A class of the starter catalogue by name, any other by its id.</summary>
    public string Of(ClassId id) => Values.Classes.GetValueOrDefault(id.Value, id.Value);
}
