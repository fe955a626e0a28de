namespace KpiGrid.Api.Measurements;

/// <summary>What an item needs as a whole, whatever its KPI; the rest is the pilot's to say.</summary>
internal static class ItemRules
{
    public static bool TakesContent(RevisionKind kind) => kind is not (RevisionKind.Withdrawal or RevisionKind.Restore);

    public static void Measurement(MeasurementDraft draft, Refusals refusals)
    {
        Need(draft, refusals, MeasurementField.Id, "Give it an id of your own; the same id again is safe.");
        Need(draft, refusals, MeasurementField.Kpi, "Name the KPI by its code, such as CDW-DIV.");
        Need(draft, refusals, MeasurementField.Period, "Say which days it is for, such as 2026-11-03 or 2026-Q4.");
    }

    public static void Correction(MeasurementDraft draft, Refusals refusals)
    {
        Need(draft, refusals, MeasurementField.Id, "Name the measurement by its id.");
        Need(draft, refusals, MeasurementField.Kpi, "Name the KPI of the measurement.");
        Need(draft, refusals, MeasurementField.Revision, "Give the number it creates: 2 for the first correction.");
        Need(draft, refusals, MeasurementField.Kind, $"One of: {string.Join(", ", RevisionKinds.Names)}.");
        Need(draft, refusals, MeasurementField.Reason, "Say why in a sentence.");
        if (draft.Kind == RevisionKind.Initial) return;
        if (TakesContent(draft.Kind))
            Need(draft, refusals, MeasurementField.Period, "Send the new content in full, with its period.");
        else if (draft.FirstContent() is { } content)
            refusals.Add(content.Name(), null, "content-refused",
                $"A {RevisionKinds.Text(draft.Kind)} takes no content: leave it out.");
    }

    private static void Need(MeasurementDraft draft, Refusals refusals, MeasurementField field, string remedy)
    {
        if (!draft.IsGiven(field)) refusals.Add(field.Name(), null, $"{field.Name()}-required", remedy);
    }
}
