namespace KpiGrid;

/// <summary>The reader of one KPI of one pilot, all its classes and participants; never writes.</summary>
/// <remarks>
/// Keyed <c>pilot/KPI</c>: whole-pilot and participants' figures explain each other, so they are read together. Every
/// answer first reads the pilot's journal to its end, so it contains every acknowledged push.
/// </remarks>
[Alias("IKpiStreamGrain")]
public interface IKpiStreamGrain : IGrainWithStringKey
{
    /// <summary>The measurements, current or with all their revisions, as of now or of an instant.</summary>
    [Alias("Read")]
    Task<SeriesAnswer> Read(bool includeHistory, DateTimeOffset? asOf);

    /// <summary>The measurements behind a total.</summary>
    [Alias("Explain")]
    Task<Explanation> Explain(ExplainQuestion question);

    /// <summary>The members in the lines of an explanation of a distinct count; none for another kind.</summary>
    [Alias("ExplainMembers")]
    Task<ExplainedMembers> ExplainMembers(ExplainQuestion question);

    /// <summary>Totals as known at an instant; split by municipality, days within as the question says for each.</summary>
    [Alias("SumsAsOf")]
    Task<Sums> SumsAsOf(
        SumsQuestion question, DateTimeOffset asOf, IReadOnlyDictionary<MunicipalityId, IReadOnlyList<DayRange>>? places);
}
