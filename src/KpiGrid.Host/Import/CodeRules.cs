namespace KpiGrid.Host.Import;

/// <summary>What is wrong with a code, and the remedy; null when nothing is.</summary>
internal static class CodeRules
{
    private const int NoteMax = 2_000;

    public static string? Pilot(string code) =>
        PilotId.TryParse(code, out _) ? null : "A pilot id has 1 to 64 of a-z, 0-9 and -: map the label, or use slug";

    public static string? Municipality(string code) => MunicipalityId.TryParse(code, out _)
        ? null
        : "A municipality id is a country and its code, such as DK-0657: use prefix, pad or labels";

    public static string? Kpi(string code) =>
        KpiCode.TryParse(code, out _) ? null : "A KPI code has 1 to 32 of A-Z, 0-9 and -: map the label";

    public static string? Class(string code) =>
        ClassId.TryParse(code, out _) ? null : "A class has 1 to 48 of a-z, 0-9 and -: map the label, or use slug";

    public static string? Id(string code) =>
        MeasurementId.TryParse(code, out _) ? null : "An id has 1 to 64 printable ASCII characters";

    public static string? Flag(string code) => Flags.TryParse(code, out _)
        ? null
        : "A flag is measured, weighed, estimated, modelled, declared or allocated: map the label";

    public static string? Period(string code) => KpiGrid.Period.TryParse(code, out _) || Instants.IsInstant(code)
        ? null
        : "Not a period such as 2026-03-31, 2026-W14, 2026-03, 2026-Q1 or 2026: declare its pattern";

    public static string? Unit(string code) => Currency.IsCode(code) || Units.TryFind(code, out _)
        ? null
        : Units.IsAmbiguous(code)
            ? "Say which ton: t, or ston for a US ton"
            : "Not a unit or currency known here: map the label";

    public static string? Note(string text) =>
        text.Length <= NoteMax ? null : $"A note has at most {NoteMax} characters";
}
