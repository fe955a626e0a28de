namespace KpiGrid.Silo.Journal;

/// <summary>The folder of a single-process installation, locked for as long as it is open.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string LockName = "kpigrid.lock";

    private readonly FileStream held;
    private readonly bool isNew;

    private DataFolder(string path, FileStream held, bool isNew)
    {
        Path = path;
        this.held = held;
        this.isNew = isNew;
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>The journal's file.</summary>
    public string JournalFile => JournalFileIn(Path);

    /// <summary>The journal's file in a data folder.</summary>
    public static string JournalFileIn(string folder) => System.IO.Path.Combine(folder, "journal.db");

    /// <summary>Opens a folder, making it where needed.</summary>
    /// <exception cref="IOException">Another process serves it.</exception>
    public static DataFolder Open(string folder)
    {
        var path = System.IO.Path.GetFullPath(folder);
        var isNew = !Directory.Exists(path);
        Create(path);
        var lockFile = System.IO.Path.Combine(path, LockName);
        try
        {
            return new(path, new(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), isNew);
        }
        catch (IOException failure) when (IsHeldElsewhere(failure))
        {
            throw new IOException(
                $"Another kpigrid already serves the data folder {path}: " +
                "stop that one, or name another folder with --data",
                failure);
        }
    }

    /// <summary>Lets others in; a folder that was made and came to nothing is gone again.</summary>
    public void Dispose()
    {
        var isUnused = isNew && Directory.EnumerateFileSystemEntries(Path).All(entry => entry == held.Name);
        if (isUnused) File.Delete(held.Name);
        held.Dispose();
        if (isUnused && !Directory.EnumerateFileSystemEntries(Path).Any()) Directory.Delete(Path);
    }

    private static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // EWOULDBLOCK of Linux, of macOS, and the sharing violation of Windows.
    private static bool IsHeldElsewhere(IOException failure) =>
        failure.HResult is 11 or 35 || (failure.HResult & 0xFFFF) == 32 && OperatingSystem.IsWindows();
}
