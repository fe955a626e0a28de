namespace KpiGrid.Web.Report.Files;

/// <summary>What would become of a file.</summary>
internal sealed record FileFindings
{
    public required FileReading Reading { get; init; }

    /// <summary>The id of the file.</summary>
    public required string Import { get; init; }

    /// <summary>Everything wrong, by line.</summary>
    public required IReadOnlyList<FileError> Errors { get; init; }

    /// <summary>Measurements that are there already and count.</summary>
    public required int Repeated { get; init; }

    /// <summary>Measurements that were there and were taken out: they come back.</summary>
    public required IReadOnlyList<SeriesEntry> Withdrawn { get; init; }

    /// <summary>Numbers that look like slips.</summary>
    public required IReadOnlyList<(FileError Place, Slip Slip, KpiFacts Facts)> Doubts { get; init; }

    public bool IsGood => Errors.Count == 0 && Reading.Measurements.Count > 0;
}
