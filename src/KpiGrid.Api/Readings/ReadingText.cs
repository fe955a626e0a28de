using KpiGrid.Api.Questions;

namespace KpiGrid.Api.Readings;

/// <summary>Reads which reading of classes is asked for.</summary>
internal static class ReadingText
{
    /// <summary>In a comparison, that of each line's own country.</summary>
    public const string Own = "own";

    /// <summary>The reading; null where none is named, and an error where there is none of that name.</summary>
    public static ClassReading? Of(string? id, QuestionErrors errors, params string[] besides)
    {
        if (id is null || besides.Contains(id)) return null;
        var found = ClassReading.All.FirstOrDefault(reading => reading.Id == id);
        if (found is null)
            errors.Refuse("reading", id, "reading-unknown",
                $"One of: {string.Join(", ", ClassReading.All.Select(reading => reading.Id).Concat(besides))}.");
        return found;
    }

    /// <summary>Refuses a reading that the KPI cannot be read by.</summary>
    public static void CheckFits(ClassReading? reading, KpiFacts kpi, QuestionErrors errors)
    {
        if (reading is not null && !reading.Fits(kpi))
            errors.Refuse("reading", reading.Id, "reading-does-not-fit",
                $"It reads amounts of the classes {string.Join(", ", reading.Counts.Concat(reading.LeavesOut).Order())}: leave out reading.");
    }
}
