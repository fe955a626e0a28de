using System.CommandLine;
using KpiGrid.Host.Clustering;

namespace KpiGrid.Host.Commands;

/// <summary>What may be said of a process on the command line; everything else by file or environment, secrets above all.</summary>
internal sealed class ServerAsking
{
    private readonly Option<string?> settingsFile = SharedOptions.Settings();

    private readonly (Option<string?> Option, string Setting)[] options =
    [
        (Choice("--role", "What this process does: everything, grains alone, or API and pages alone", "all", "silo", "front"),
            "Cluster:Role"),
        (SharedOptions.Store(), "Store:Kind"),
        (Choice("--cluster", "How processes find each other (Cluster:Kind); else as the store is",
            "local", "postgres", "redis", "azure"), "Cluster:Kind"),
        (new("--cluster-id") { Description = "Processes with the same id find each other (Cluster:Id)" }, "Cluster:Id"),
        (new("--address") { Description = "The IP address at which other processes reach this silo (Cluster:Address)" },
            "Cluster:Address"),
        (new("--silo-port") { Description = "The port for other silos (Cluster:SiloPort)" }, "Cluster:SiloPort"),
        (new("--gateway-port") { Description = "The port for front ends (Cluster:GatewayPort)" }, "Cluster:GatewayPort"),
    ];

    public string? SettingsFile(ParseResult asked) => asked.GetValue(settingsFile);

    /// <summary>The settings that were given.</summary>
    public Dictionary<string, string?> Settings(ParseResult asked) => options
        .Where(each => asked.GetValue(each.Option) is not null)
        .ToDictionary(each => each.Setting, each => asked.GetValue(each.Option));

    /// <summary>The store that was meant, for a command that reads it beside whoever serves it.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Settings that do not go together.</exception>
    public ServerSettings Store(ParseResult asked)
    {
        using var configuration = new ConfigurationManager();
        // Whatever the process is whose settings these are, this one only reads.
        configuration.AddSettings(SettingsFile(asked), new Dictionary<string, string?>(Settings(asked)) { ["Cluster:Role"] = "all" });
        return ServerSettings.Of(configuration);
    }

    public void AddTo(Command command)
    {
        command.Add(settingsFile);
        foreach (var (option, _) in options) command.Add(option);
    }

    public void AddStoreTo(Command command)
    {
        command.Add(settingsFile);
        command.Add(options.Single(each => each.Setting == "Store:Kind").Option);
    }

    private static Option<string?> Choice(string name, string description, params string[] values) =>
        new Option<string?>(name) { Description = description }.AcceptOnlyFromAmong(values);
}
