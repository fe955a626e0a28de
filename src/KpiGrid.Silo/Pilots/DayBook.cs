namespace KpiGrid.Silo.Pilots;

/// <summary>
/// Who holds which day of the standing streams and of readings: the pilot's state, and beside it what a record in the
/// making takes and frees.
/// </summary>
internal sealed class DayBook(PilotState state)
{
    private readonly Dictionary<(FamilyId Family, MunicipalityId? Owner), SortedList<DateOnly, Held>> taken = [];
    private readonly HashSet<(FamilyId, MunicipalityId?)> valueStreams = [];
    private readonly HashSet<(FamilyId, MunicipalityId?, DateOnly)> freed = [];

    public int Streams => state.Families.Values.Sum(family => family.Owners.Count()) + taken.Count + valueStreams.Count;

    public bool IsNewStream(Content content) => Figures(content) is null
        && !taken.ContainsKey((content.Family, content.Owner)) && !valueStreams.Contains((content.Family, content.Owner));

    /// <summary>Why a measurement cannot hold its day; null when it can or needs none.</summary>
    public (int Status, Problem Problem)? Problem(MeasurementId id, Content content, bool isCorrection = false)
    {
        if (content.IsSilence) return null;
        if (!content.Kind.IsStanding() && IsMixed(content))
            return (422, new(content.IsReading ? "reading" : "value", content.A.ToString(), "readings-or-values",
                "This KPI stream takes readings or values, never both."));
        if (!content.Kind.IsStanding() && !content.IsReading) return null;
        if (On(content, content.Days.Last) is { } held && held.Id != id)
            return (409, new("period", content.Days.ToString(), "day-taken",
                $"{content.Days.Last:yyyy-MM-dd} is held by {held.Id}: send a correction of it."));
        return content.IsReading && !isCorrection && Falls(content) is { } fall ? (422, fall) : null;
    }

    public void Take(MeasurementId id, Content content)
    {
        var stream = (content.Family, content.Owner);
        if (content.IsSilence || (!content.Kind.IsStanding() && !content.IsReading))
        {
            if (!content.IsSilence) valueStreams.Add(stream);
            return;
        }
        if (!taken.TryGetValue(stream, out var days)) taken.Add(stream, days = []);
        days[content.Days.Last] = new(id, content);
    }

    /// <summary>Takes back what a refused push had taken.</summary>
    public void Release(Content content)
    {
        var stream = (content.Family, content.Owner);
        if (taken.TryGetValue(stream, out var days) && days.Remove(content.Days.Last) && days.Count == 0) taken.Remove(stream);
    }

    /// <summary>A correction or withdrawal frees the day its measurement held.</summary>
    public void Free(Content content) => freed.Add((content.Family, content.Owner, content.Days.Last));

    private StreamFigures? Figures(Content content) =>
        state.Families.GetValueOrDefault(content.Family)?.Stream(content.Owner);

    private Held? On(Content content, DateOnly day)
    {
        if (taken.TryGetValue((content.Family, content.Owner), out var days) && days.TryGetValue(day, out var held)) return held;
        if (freed.Contains((content.Family, content.Owner, day))) return null;
        return Figures(content)?.On(day) is { } known ? new(known.Id, known.Content) : null;
    }

    private bool IsMixed(Content content)
    {
        var stream = (content.Family, content.Owner);
        var figures = Figures(content);
        return content.IsReading
            ? figures is { HasValues: true } || valueStreams.Contains(stream)
            : figures is { HasReadings: true } || taken.ContainsKey(stream);
    }

    private Problem? Falls(Content reading)
    {
        var day = reading.Days.Last;
        var (before, after) = Figures(reading)?.Around(day) ?? default;
        foreach (var held in taken.GetValueOrDefault((reading.Family, reading.Owner))?.Values ?? [])
        {
            var other = held.Content.Days.Last;
            if (other < day && (before is null || other > before.Days.Last)) before = held.Content;
            if (other > day && (after is null || other < after.Days.Last)) after = held.Content;
        }
        if (before is not null && !reading.IsReset && reading.A < before.A) return Fall(reading, before);
        return after is { IsReset: false } && after.A < reading.A ? Fall(reading, after) : null;
    }

    private static Problem Fall(Content reading, Content neighbour) => new(
        "reading", reading.A.ToString(), "reading-falls",
        $"The reading of {neighbour.Days.Last:yyyy-MM-dd} is {neighbour.A}; a running total never falls: "
        + "send reset if it began again from 0.");

    private sealed record Held(MeasurementId Id, Content Content);
}
