namespace KpiGrid.Silo.Journal.Backup;

/// <summary>The file of a backup: there as a whole, on the disk and for its owner alone, or not there.</summary>
internal static class BackupFile
{
    /// <summary>Writes a store down.</summary>
    /// <param name="path">The file.</param>
    /// <param name="replace">Whether a file of that name may be replaced.</param>
    /// <param name="cut">The store.</param>
    /// <param name="tell">Told how far it is.</param>
    /// <param name="cancellationToken">Ends it; nothing is left then.</param>
    /// <exception cref="IOException">It cannot be written, or is there and may not be replaced.</exception>
    public static async Task<BackupSummary> Write(
        string path, bool replace, IStoreCut cut, Action<string, double, double> tell, CancellationToken cancellationToken)
    {
        if (!replace && File.Exists(path))
            throw new IOException($"{path} is there already: name another file, or write over it with --replace");
        var draft = path + ".part";
        try
        {
            File.Delete(draft);
            BackupSummary summary;
            await using (var file = Create(draft)) summary = await BackupWriter.Write(cut, file, tell, cancellationToken);
            DurableFile.Name(draft, path);
            return summary;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
