namespace KpiGrid.Silo.Pilots;

/// <summary>
/// Who holds which day of the standing streams and of readings: the pilot's state, and beside it what a record in the
/// making takes and frees.
/// </summary>
internal sealed class DayBook(PilotState state)
{
    private readonly Dictionary<(FamilyId Family, MunicipalityId? Owner), Staged> staged = [];
    private readonly HashSet<(FamilyId, MunicipalityId?, DateOnly)> freed = [];
    private readonly Lazy<int> known = new(() => state.Families.Values.Sum(family => family.Owners.Count()));
    private int began;

    public int Streams => known.Value + began;

    public bool IsNewStream(Content content) =>
        Figures(content) is null && !staged.ContainsKey((content.Family, content.Owner));

    /// <summary>Why a measurement cannot hold its day; null when it can or needs none.</summary>
    public (int Status, Problem Problem)? Problem(MeasurementId id, Content content, bool isCorrection = false)
    {
        if (content.IsSilence) return null;
        if (!content.Kind.IsStanding() && IsMixed(content))
            return (422, new(content.IsReading ? "reading" : "value", content.A.ToString(), "readings-or-values",
                "This KPI stream takes readings or values, never both."));
        if (!HoldsDay(content)) return null;
        if (On(content, content.Days.Last) is { } held && held.Id != id)
            return (409, new("period", content.Days.ToString(), "day-taken",
                $"{content.Days.Last:yyyy-MM-dd} is held by {held.Id}: send a correction of it."));
        return content.IsReading && ReadingProblem(content, isCorrection) is { } problem ? (422, problem) : null;
    }

    public void Take(MeasurementId id, Content content)
    {
        var stream = (content.Family, content.Owner);
        if (IsNewStream(content)) began++;
        if (!staged.TryGetValue(stream, out var taken)) staged.Add(stream, taken = new());
        taken.Measurements++;
        if (HoldsDay(content)) taken.Days[content.Days.Last] = new(id, content);
        else if (!content.IsSilence) taken.Values++;
    }

    /// <summary>Takes back what a refused push had taken.</summary>
    public void Release(Content content)
    {
        var stream = (content.Family, content.Owner);
        var taken = staged[stream];
        if (HoldsDay(content)) taken.Days.Remove(content.Days.Last);
        else if (!content.IsSilence) taken.Values--;
        if (--taken.Measurements > 0) return;
        staged.Remove(stream);
        if (IsNewStream(content)) began--;
    }

    /// <summary>A correction or withdrawal frees the day its measurement held.</summary>
    public void Free(Content content) => freed.Add((content.Family, content.Owner, content.Days.Last));

    private static bool HoldsDay(Content content) =>
        !content.IsSilence && (content.Kind.IsStanding() || content.IsReading);

    private StreamFigures? Figures(Content content) =>
        state.Families.GetValueOrDefault(content.Family)?.Stream(content.Owner);

    private Staged? StagedOf(Content content) => staged.GetValueOrDefault((content.Family, content.Owner));

    private Held? On(Content content, DateOnly day)
    {
        if (StagedOf(content) is { } taken && taken.Days.TryGetValue(day, out var held)) return held;
        if (freed.Contains((content.Family, content.Owner, day))) return null;
        return Figures(content)?.On(day) is { } known ? new(known.Id, known.Content) : null;
    }

    private bool IsMixed(Content content) => content.IsReading
        ? Figures(content) is { HasValues: true } || StagedOf(content) is { Values: > 0 }
        : Figures(content) is { HasReadings: true } || StagedOf(content) is { Days.Count: > 0 };

    private Problem? ReadingProblem(Content reading, bool isCorrection)
    {
        var (before, after) = Around(reading);
        if ((before ?? after) is { } other && other.Currency != reading.Currency)
            return new("unit", reading.Currency, "reading-currency",
                $"This running total is in {other.Currency}: go on in that, or send values.");
        if (isCorrection) return null;
        if (before is not null && !reading.IsReset && reading.A < before.A) return Fall(reading, before);
        return after is { IsReset: false } && after.A < reading.A ? Fall(reading, after) : null;
    }

    /// <summary>The readings next to a day, those of the record in the making included.</summary>
    private (Content? Before, Content? After) Around(Content reading)
    {
        var day = reading.Days.Last;
        var (before, after) = Figures(reading)?.Around(day) ?? default;
        foreach (var held in StagedOf(reading)?.Days.Values ?? [])
        {
            var other = held.Content.Days.Last;
            if (other < day && (before is null || other > before.Days.Last)) before = held.Content;
            if (other > day && (after is null || other < after.Days.Last)) after = held.Content;
        }
        return (before, after);
    }

    private static Problem Fall(Content reading, Content neighbour) => new(
        "reading", reading.A.ToString(), "reading-falls",
        $"The reading of {neighbour.Days.Last:yyyy-MM-dd} is {neighbour.A}; a running total never falls: "
        + "send reset if it began again from 0.");

    private sealed record Held(MeasurementId Id, Content Content);

    /// <summary>What the record in the making takes of one stream.</summary>
    private sealed class Staged
    {
        public SortedList<DateOnly, Held> Days { get; } = [];
        public int Values { get; set; }
        public int Measurements { get; set; }
    }
}
