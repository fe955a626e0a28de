using KpiGrid.Api.Measurements;

namespace KpiGrid.Web.Report;

/// <summary>The numbers that a KPI is reported in.</summary>
internal static class ReportFields
{
    /// <summary>The fields of a KPI, in the order of the form.</summary>
    public static IReadOnlyList<MeasurementField> Of(KpiFacts facts, bool isMeter) => facts.Kind switch
    {
        _ when KpiForms.IsInParts(facts) => [MeasurementField.Numerator, MeasurementField.Denominator],
        KpiKind.Level => [MeasurementField.Value, MeasurementField.Weight],
        _ => [isMeter ? MeasurementField.Reading : MeasurementField.Value],
    };

    /// <summary>The unit of a field; null where it may be chosen.</summary>
    public static string? FixedUnit(KpiFacts facts, MeasurementField field) => field switch
    {
        MeasurementField.Numerator => facts.Numerator ?? facts.Weight ?? facts.Unit,
        MeasurementField.Denominator => facts.Denominator ?? facts.Weight ?? facts.Unit,
        MeasurementField.Weight => facts.Weight ?? "",
        _ => Units(facts) is [var only] ? only : null,
    };

    /// <summary>The units that a value may be sent in, the KPI's own first; of money the currencies most used.</summary>
    public static IReadOnlyList<string> Units(KpiFacts facts)
    {
        if (facts.Quantity == QuantityKind.Money) return ["DKK", "EUR"];
        if (KpiForms.IsInParts(facts) || !KpiGrid.Units.TryFind(facts.Unit, out var own)) return [facts.Unit];
        return [facts.Unit, .. KpiGrid.Units.Accepted(own, facts.Quantity).Where(unit => unit != facts.Unit)];
    }
}
