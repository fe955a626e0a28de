namespace KpiGrid.Api.Measurements;

/// <summary>Holds the numbers of a measurement against the history of their own stream.</summary>
internal static class Slips
{
    /// <summary>So many of the latest values are the history that counts.</summary>
    private const int HistoryMax = 200;

    /// <summary>The first number that looks like a slip, in the unit of the KPI.</summary>
    public static (MeasurementField Field, Slip Slip)? Of(
        KpiFacts facts, IReadOnlyList<SeriesEntry> entries, Measurement sent)
    {
        var alike = Alike(facts, entries, sent);
        foreach (var (field, value, history) in Histories(facts, alike, sent))
            if (value is { } number && Slip.Of(number, history) is { } slip) return (field, slip);
        return null;
    }

    /// <summary>Earlier values of other measurements, of periods as long, in the same currency; else of any length.</summary>
    private static List<SeriesEntry> Alike(KpiFacts facts, IReadOnlyList<SeriesEntry> entries, Measurement sent)
    {
        var others = entries.Skip(entries.Count - HistoryMax).Where(entry => entry.Sent.Id != sent.Id
            && (facts.Quantity != QuantityKind.Money || entry.Unit == sent.Unit)
            && (entry.Sent.Reading is null) == (sent.Reading is null)).ToList();
        if (facts.Kind.IsStanding() || !Period.TryParse(sent.Period, out var period)) return others;
        var asLong = others.Where(entry => Period.SizeOf(entry.Days) == period.Size).ToList();
        return asLong.Count > 0 ? asLong : others;
    }

    private static IEnumerable<(MeasurementField, Amount?, IReadOnlyList<Amount>)> Histories(
        KpiFacts facts, List<SeriesEntry> alike, Measurement sent)
    {
        switch (facts.Kind)
        {
            case KpiKind.Score or KpiKind.Distinct:
                break;
            case var _ when KpiForms.IsInParts(facts):
                yield return (MeasurementField.Numerator, sent.Numerator, [.. alike.Select(entry => entry.A)]);
                yield return (MeasurementField.Denominator, sent.Denominator, [.. alike.Select(entry => entry.B)]);
                break;
            case KpiKind.Level:
                yield return (MeasurementField.Value, InKpiUnit(facts, sent.Value, sent.Unit),
                    [.. alike.Select(entry => Amount.Quotient(entry.A, entry.B)).OfType<Amount>()]);
                yield return (MeasurementField.Weight, sent.Weight, [.. alike.Select(entry => entry.B)]);
                break;
            default:
                var field = sent.Reading is null ? MeasurementField.Value : MeasurementField.Reading;
                yield return (field, InKpiUnit(facts, sent.Value ?? sent.Reading, sent.Unit), [.. alike.Select(entry => entry.A)]);
                break;
        }
    }

    /// <summary>A number whose unit does not fit is the pilot's to refuse.</summary>
    private static Amount? InKpiUnit(KpiFacts facts, Amount? value, string? unit)
    {
        if (value is not { } sent || unit is null || facts.Quantity == QuantityKind.Money) return value;
        return Units.TryFind(unit, out var from) && Units.TryFind(facts.Unit, out var to)
            && Units.Convert(sent, from, to, facts.Quantity, out var converted) ? converted : null;
    }
}
