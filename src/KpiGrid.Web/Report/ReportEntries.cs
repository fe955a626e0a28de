using System.Globalization;
using KpiGrid.Api.Measurements;
using KpiGrid.Web.Texts;

namespace KpiGrid.Web.Report;

/// <summary>What stands in the form before anybody typed.</summary>
internal static class ReportEntries
{
    /// <summary>A new measurement, with an id of its own: the same form sent twice is one measurement.</summary>
    public static ReportEntry New(ReportSubject subject, Period? period) => new()
    {
        Id = $"form-{Guid.NewGuid():n}",
        Period = period?.ToString() ?? ReportPeriods.Likely(subject.Facts.Frequency, subject.Place.Today, subject.Expected),
        Unit = LastUnit(subject),
        Flag = (Last(subject)?.Flag ?? subject.Facts.Flags?[0] ?? Flag.Measured).Text(),
    };

    /// <summary>A correction of a measurement, with what it says now.</summary>
    public static ReportEntry Of(SeriesEntry entry, Language language)
    {
        var sent = entry.Sent;
        return new()
        {
            Id = sent.Id.Value,
            Revision = (entry.Revision + 1).ToString(CultureInfo.InvariantCulture),
            Kind = RevisionKinds.Text(RevisionKind.Correction),
            Period = sent.Period,
            Numbers = Numbers(sent).Where(pair => pair.Amount is not null)
                .ToDictionary(pair => pair.Field, pair => TypedNumber.Write(pair.Amount!.Value, language.DecimalMark)),
            Silence = sent.Silence ?? "",
            Unit = sent.Unit ?? "",
            Flag = (sent.Flag ?? Flag.Measured).Text(),
            IsProvisional = sent.Provisional,
            Note = sent.Note ?? "",
            Evidence = string.Join('\n', sent.Evidence),
            OnBehalfOf = sent.OnBehalfOf ?? "",
        };
    }

    private static IEnumerable<(MeasurementField Field, Amount? Amount)> Numbers(Measurement sent) =>
    [
        (MeasurementField.Value, sent.Value), (MeasurementField.Numerator, sent.Numerator),
        (MeasurementField.Denominator, sent.Denominator), (MeasurementField.Weight, sent.Weight),
        (MeasurementField.Reading, sent.Reading),
    ];

    private static Measurement? Last(ReportSubject subject) => subject.Entries is [.., var last] ? last.Sent : null;

    private static string LastUnit(ReportSubject subject)
    {
        var units = ReportFields.Units(subject.Facts);
        return Last(subject)?.Unit is { } unit && units.Contains(unit) ? unit : units[0];
    }
}
