using System.Reflection;

namespace KpiGrid.Web.Help;

/// <summary>What this installation is.</summary>
/// <param name="Version">The version of the software.</param>
/// <param name="Licence">The full text of its licence.</param>
/// <param name="DataLicence">The licence of the data; empty where none is stated.</param>
/// <param name="DataLicenceUrl">Where it can be read.</param>
public sealed record AboutView(string Version, string Licence, string DataLicence, string? DataLicenceUrl)
{
    private const string LicenceFile = "LICENSE";
    private static readonly string licence = Read();

    internal static AboutView Of(AboutOptions options) => new(
        typeof(AboutView).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        licence, options.DataLicence, options.DataLicenceUrl);

    private static string Read()
    {
        using var stream = typeof(AboutView).Assembly.GetManifestResourceStream(LicenceFile)
            ?? throw new InvalidOperationException($"{LicenceFile} is not built in");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
