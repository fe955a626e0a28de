namespace KpiGrid.Host.Keys;

/// <summary>
/// The key of whoever owns the data folder: made at the first start, kept beside the data and readable by its owner only,
/// so that nobody needs to invent a password.
/// </summary>
internal static class AdminKeyFile
{
    private const string Name = "admin.key";

    public static string PathIn(string folder) => Path.GetFullPath(Path.Combine(folder, Name));

    /// <summary>The key, or null when the folder holds none.</summary>
    public static string? Read(string folder)
    {
        var path = PathIn(folder);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
    }

    /// <summary>Writes it as a whole or not at all.</summary>
    public static void Write(string folder, string key)
    {
        var path = PathIn(folder);
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options)) writer.WriteLine(key);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Removes a key that opens nothing.</summary>
    public static void Delete(string folder) => File.Delete(PathIn(folder));
}
