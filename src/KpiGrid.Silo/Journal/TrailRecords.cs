namespace KpiGrid.Silo.Journal;

/// <summary>A page of the trail, newest first.</summary>
/// <param name="Records">The records: at most as many as were asked for.</param>
/// <param name="More">Whether older ones follow.</param>
internal sealed record TrailRecords(IReadOnlyList<JournalRecord> Records, bool More)
{
    /// <summary>A page ends before its bodies come to more than this, but never before its first record.</summary>
    public const int BodyBytesMax = 4 * 1024 * 1024;

    /// <summary>Whether a record comes after a place: by time, then stream, then sequence, all descending.</summary>
    public static bool IsOlder(JournalRecord record, TrailPlace place) =>
        record.RecordedAt != place.RecordedAt ? record.RecordedAt < place.RecordedAt
        : string.CompareOrdinal(record.Stream, place.Stream) is not 0 and var order ? order < 0
        : record.Sequence < place.Sequence;

    /// <summary>The page that begins records that are read one by one.</summary>
    public static TrailRecords Page(IEnumerable<JournalRecord> records, int limit)
    {
        var page = new List<JournalRecord>();
        var bytes = 0L;
        foreach (var record in records)
        {
            bytes += record.Body.Length;
            if (page.Count == limit || page.Count > 0 && bytes > BodyBytesMax) return new(page, true);
            page.Add(record);
        }
        return new(page, false);
    }
}
