namespace KpiGrid.Host.Clustering;

/// <summary>Where settings come from: a file, then the environment, then the command line; the last one counts.</summary>
internal static class SettingsSources
{
    private const string Prefix = "KPIGRID_";

    public static void AddSettings(
        this ConfigurationManager configuration, string? file, IReadOnlyDictionary<string, string?> chosen)
    {
        if (file is not null) AddFile(configuration, Path.GetFullPath(file));
        configuration.AddEnvironmentVariables();
        configuration.AddEnvironmentVariables(Prefix);
        configuration.AddInMemoryCollection(chosen);
    }

    private static void AddFile(ConfigurationManager configuration, string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no settings file {path}: see --settings");
        try
        {
            configuration.AddJsonFile(path, optional: false, reloadOnChange: false);
        }
        catch (InvalidDataException unreadable)
        {
            throw new InvalidDataException(
                $"The settings file {path} is no JSON: {unreadable.GetBaseException().Message}", unreadable);
        }
    }
}
