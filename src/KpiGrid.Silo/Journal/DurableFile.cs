using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace KpiGrid.Silo.Journal;

/// <summary>
/// Files of our own that are on the disk once this says so. The runtime's flush reports no failed <c>fsync</c>, so it is
/// called here.
/// </summary>
internal static class DurableFile
{
    private const int ReadOnly = 0;

    /// <summary>Brings a file, or the names in a folder, to the disk.</summary>
    /// <exception cref="IOException">It cannot be: what is there now may be lost.</exception>
    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows()) return; // its file system keeps the order of renames, and has no such call
        var file = Open([.. Encoding.UTF8.GetBytes(path), 0], ReadOnly);
        if (file < 0) throw Failed(path);
        try
        {
            if (Flush(file) != 0) throw Failed(path);
        }
        finally
        {
            _ = Close(file);
        }
    }

    /// <summary>Gives a finished file its name, in place of what had it.</summary>
    public static void Name(string draft, string path)
    {
        Sync(draft);
        File.Move(draft, path, overwrite: true);
        Sync(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static IOException Failed(string path) =>
        new($"{path} cannot be brought to the disk: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Flush(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
