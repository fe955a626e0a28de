namespace KpiGrid.Api.Readings;

/// <summary>By which reading of its classes an answer was made.</summary>
/// <param name="Id">Its short name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Names">What it is called.</param>
/// <param name="Counts">The classes that count.</param>
/// <param name="LeavesOut">The classes that do not.</param>
/// <param name="Source">Who reads so.</param>
/// <param name="Verified">Whether the source was seen to say what counts.</param>
internal sealed record ReadingAnswer(
    string Id, int Version, Trilingual Names, IReadOnlyList<ClassId> Counts, IReadOnlyList<ClassId> LeavesOut, string Source,
    bool Verified)
{
    public static ReadingAnswer Of(ClassReading reading) => new(
        reading.Id, reading.Version, reading.Names, reading.Counts, reading.LeavesOut, reading.Source, reading.Verified);
}

/// <summary>What there is of one class; the value is null where amounts do not add up.</summary>
internal sealed record ClassAmount(ClassId Class, Amount? Value, int N);
