using KpiGrid.Api.Measurements;

namespace KpiGrid.Web.Report;

/// <summary>What stands in the form: all of it text, as typed.</summary>
internal sealed record ReportEntry
{
    public string Id { get; init; } = "";

    /// <summary>Of a correction: the revision it creates.</summary>
    public string Revision { get; init; } = "";

    public string Kind { get; init; } = "";
    public string Reason { get; init; } = "";
    public string Period { get; init; } = "";

    /// <summary>A period written out, instead of one of the list.</summary>
    public string OtherPeriod { get; init; } = "";

    public IReadOnlyDictionary<MeasurementField, string> Numbers { get; init; } = new Dictionary<MeasurementField, string>();

    /// <summary>Of numbers that may be read in two ways: which was meant.</summary>
    public IReadOnlyDictionary<MeasurementField, string> Meant { get; init; } = new Dictionary<MeasurementField, string>();

    public string Unit { get; init; } = "";
    public string Members { get; init; } = "";

    /// <summary>Instead of a number: why there is none.</summary>
    public string Silence { get; init; } = "";

    public string Flag { get; init; } = "";
    public bool IsProvisional { get; init; }
    public string Note { get; init; } = "";
    public string Evidence { get; init; } = "";
    public string OnBehalfOf { get; init; } = "";

    /// <summary>The numbers that were asked about and are right.</summary>
    public string Confirmed { get; init; } = "";

    public bool IsCorrection => Revision.Length > 0;

    public string PeriodMeant => OtherPeriod.Length > 0 ? OtherPeriod : Period;

    /// <summary>Reads a form as sent.</summary>
    public static ReportEntry Of(IFormCollection form) => new()
    {
        Id = Text(form, "id"),
        Revision = Text(form, "revision"),
        Kind = Text(form, "kind"),
        Reason = Text(form, "reason"),
        Period = Text(form, "period"),
        OtherPeriod = Text(form, "other"),
        Numbers = NumberFields.ToDictionary(field => field, field => Text(form, field.Name())),
        Meant = NumberFields.ToDictionary(field => field, field => Text(form, $"meant-{field.Name()}")),
        Unit = Text(form, "unit"),
        Members = Text(form, "members"),
        Silence = Text(form, "silence"),
        Flag = Text(form, "flag"),
        IsProvisional = Text(form, "provisional").Length > 0,
        Note = Text(form, "note"),
        Evidence = Text(form, "evidence"),
        OnBehalfOf = Text(form, "onBehalfOf"),
        Confirmed = Text(form, "confirmed"),
    };

    public static IReadOnlyList<MeasurementField> NumberFields { get; } =
    [
        MeasurementField.Value, MeasurementField.Numerator, MeasurementField.Denominator, MeasurementField.Weight,
        MeasurementField.Reading,
    ];

    private static string Text(IFormCollection form, string name) => form[name].ToString().Trim();
}
