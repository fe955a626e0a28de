namespace KpiGrid.Web.Assets;

/// <summary>A file that stands in this folder.</summary>
internal static class Asset
{
    /// <summary>The text of files, one after the other.</summary>
    public static string Read(params IEnumerable<string> names) => string.Concat(names.Select(Read));

    private static string Read(string name)
    {
        using var resource = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var text = new StreamReader(resource);
        return text.ReadToEnd();
    }
}
