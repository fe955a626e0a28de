namespace KpiGrid.Api.Compare;

/// <summary>By which reading of classes lines are read: one for all of them, or each by that of its own country.</summary>
/// <param name="ForAll">The one for all; null for each its own.</param>
internal sealed record LineReadings(ClassReading? ForAll)
{
    /// <summary>The reading of a line; null where its municipalities have none, or not the same one.</summary>
    public ClassReading? Of(Candidate line, DateOnly day)
    {
        if (ForAll is not null) return ForAll;
        var own = line.On(day).Select(id => line.Municipalities.GetValueOrDefault(id)).Select(facts => Own(facts, day)).Distinct().ToList();
        return own is [var only] ? only : null;
    }

    private static ClassReading? Own(MunicipalityFacts? facts, DateOnly day)
    {
        var territory = facts?.On(day)?.Nuts3 ?? facts?.Country ?? "";
        return ClassReading.All.FirstOrDefault(reading => reading.Territories.Any(begin => territory.StartsWith(begin, StringComparison.Ordinal)));
    }
}
