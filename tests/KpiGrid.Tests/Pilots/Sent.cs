namespace KpiGrid.Tests.Pilots;

/// <summary>Short ways to write measurements and corrections.</summary>
internal static class Sent
{
    public static Measurement Value(string kpi, string id, string period, string value, string? @class = null) =>
        Bare(kpi, id, period) with { Value = Amount.Parse(value), Class = ClassOf(@class) };

    public static Measurement Bare(string kpi, string id, string period) =>
        new() { Kpi = KpiCode.Parse(kpi), Id = MeasurementId.Parse(id), Period = period };

    public static Measurement Stock(string id, string period, string value) => Value("BANK-STK", id, period, value);

    public static Measurement Recycled(string id, string period, string value) =>
        Value("CDW-DIV", id, period, value, "recycled");

    public static Measurement Reading(string id, string period, string reading, bool reset = false) =>
        Bare("BANK-IN", id, period) with { Reading = Amount.Parse(reading), Reset = reset };

    public static Measurement Silence(string kpi, string id, string period) =>
        Bare(kpi, id, period) with { Silence = "nothing-to-report" };

    public static Measurement Of(this Measurement sent, MunicipalityId place) => sent with { Municipality = place };

    public static Correction Corrected(this Measurement content, int revision, string reason = "slip") =>
        Revised(content, revision, RevisionKind.Correction, reason) with { Content = content };

    public static Correction Withdrawn(this Measurement sent, int revision) =>
        Revised(sent, revision, RevisionKind.Withdrawal, "sent twice");

    public static Correction Restored(this Measurement sent, int revision) =>
        Revised(sent, revision, RevisionKind.Restore, "was right");

    private static Correction Revised(Measurement sent, int revision, RevisionKind kind, string reason) =>
        new() { Kpi = sent.Kpi, Id = sent.Id, Revision = revision, Kind = kind, Reason = reason };

    private static ClassId? ClassOf(string? text) => text is null ? null : ClassId.Parse(text);
}
