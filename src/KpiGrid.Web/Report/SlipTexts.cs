using KpiGrid.Api.Measurements;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Report;

/// <summary>Asks about a number that looks like a slip.</summary>
internal static class SlipTexts
{
    public static SlipQuestion Question(
        Words words, KpiFacts facts, ReportEntry entry, (MeasurementField Field, Slip Slip) found, ReportNumbers numbers)
    {
        var value = words.With(words.Number(numbers.At(found.Field)!.Value), ReportFields.FixedUnit(facts, found.Field) ?? entry.Unit);
        return new(Text(words, facts, found.Field, found.Slip), Words.Fill(words.Report.ConfirmSlip, value), numbers.Summary);
    }

    /// <summary>Why it is asked about.</summary>
    public static string Text(Words words, KpiFacts facts, MeasurementField field, Slip slip)
    {
        var unit = ReportFields.FixedUnit(facts, field) ?? facts.Unit;
        var usual = words.With(words.Number(slip.Usual), unit);
        var likely = slip.Likely is { } amount ? words.With(words.Number(amount), unit) : "";
        var report = words.Report;
        return slip.Kind switch
        {
            SlipKind.Thousand => Words.Fill(report.SlipThousand, usual, likely),
            SlipKind.Shifted => Words.Fill(report.SlipShifted, usual, likely),
            SlipKind.Negative => Words.Fill(report.SlipNegative, usual),
            _ => Words.Fill(report.SlipOutlier, usual),
        };
    }
}
