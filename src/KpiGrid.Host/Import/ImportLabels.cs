namespace KpiGrid.Host.Import;

/// <summary>The pilots and municipalities of a file, with the labels they have there.</summary>
internal sealed class ImportLabels
{
    /// <summary>Code to label.</summary>
    public Dictionary<string, string> Municipalities { get; } = [];

    /// <summary>Pilot to its label and the municipality of its first row.</summary>
    public Dictionary<string, (string Label, string Municipality)> Pilots { get; } = [];

    public void Meet(in ImportRow row) => Pilots.TryAdd(row.Pilot, (row.Pilot, row.Municipality ?? ""));

    /// <summary>Takes the labels from the file, once it is read.</summary>
    public void Name(RowReader reader)
    {
        foreach (var (label, code) in reader.Municipalities) Municipalities.TryAdd(code, label);
        foreach (var (label, code) in reader.Pilots.Reverse())
        {
            if (Pilots.TryGetValue(code, out var pilot)) Pilots[code] = (label, pilot.Municipality);
        }
    }
}
