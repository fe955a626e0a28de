namespace KpiGrid.Silo.Journal.Backup;

/// <summary>Puts a backup into a store: all of it, read back and found the same, or nothing.</summary>
internal static class Restoring
{
    /// <summary>Restores; the store's epoch is then another than any before it.</summary>
    /// <returns>What the store holds.</returns>
    /// <exception cref="InvalidDataException">The file is not what a backup wrote.</exception>
    public static async Task<BackupSummary> Run(
        Stream file, IStoreDraft draft, TimeProvider time, Action<string, double, double> tell,
        CancellationToken cancellationToken)
    {
        using var reader = new BackupReader(file, draft);
        var read = await reader.Run((_, done, all) => tell("bytes read", done, all), cancellationToken);
        var epoch = EpochAfter(Math.Max(read.Epoch, draft.ReplacedEpoch), time);
        await using (var cut = await draft.Finish(epoch, reader.MemberKey, cancellationToken))
        {
            var stored = await BackupWriter.Summary(
                cut, (_, done, all) => tell("records compared", done, all), cancellationToken);
            if (stored != read with { Epoch = epoch })
                throw new IOException("The store does not hold what was written to it: nothing was restored");
        }
        await draft.Keep(cancellationToken);
        return read with { Epoch = epoch };
    }

    /// <summary>
    /// The seconds of the clock, or one more than the epochs known: a file that is restored twice into an empty store makes
    /// two histories, which could not tell each other's versions apart if both began with the file's epoch and one.
    /// </summary>
    private static long EpochAfter(long known, TimeProvider time) =>
        Math.Max(checked(known + 1), time.GetUtcNow().ToUnixTimeSeconds());
}
