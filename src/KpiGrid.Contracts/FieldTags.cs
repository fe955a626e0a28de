namespace KpiGrid;

/// <summary>The four fields in which a circular municipality works (domain.md, h.15), as tags of pilots and of the KPI
/// streams that they declare.</summary>
/// <remarks>A KPI of a pilot is in the fields of the streams declared for it; where these have no field among their tags, in
/// those of the pilot. So a tag holds as long as its stream is declared, and every change of one has a version, an author
/// and a reason.</remarks>
public static class FieldTags
{
    /// <summary>Companies, education, citizens, and the municipality as an organisation: in this order.</summary>
    public static IReadOnlyList<string> All { get; } = ["companies", "education", "citizens", "municipality-as-organisation"];

    /// <summary>The fields that a KPI of a pilot is in on any of some days, in the order of <see cref="All"/>; none for
    /// none.</summary>
    public static IReadOnlyList<string> Of(PilotFacts pilot, KpiCode kpi, DayRange days)
    {
        ArgumentNullException.ThrowIfNull(pilot);
        var own = pilot.Kpis.Where(stream => stream.Kpi == kpi && DayRange.Between(stream.From, stream.To).Overlaps(days))
            .SelectMany(stream => stream.Tags ?? []).ToHashSet(StringComparer.Ordinal);
        return own.Overlaps(All) ? [.. All.Where(own.Contains)] : [.. All.Where(pilot.Tags.Contains)];
    }
}
