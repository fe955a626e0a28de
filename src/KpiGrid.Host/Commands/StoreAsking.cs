using System.CommandLine;
using KpiGrid.Host.Clustering;

namespace KpiGrid.Host.Commands;

/// <summary>How commands about a store say which one: as <c>serve</c> does.</summary>
internal sealed class StoreAsking
{
    private readonly Option<string> data = SharedOptions.Data();
    private readonly Option<string?> settings = SharedOptions.Settings();
    private readonly Option<string?> store = SharedOptions.Store();

    public void AddTo(Command command)
    {
        command.Add(data);
        command.Add(store);
        command.Add(settings);
    }

    public ChosenStore Of(ParseResult asked)
    {
        // Whatever process the settings are of, its store is what is asked for.
        var given = new Dictionary<string, string?> { ["Cluster:Role"] = "all" };
        if (asked.GetValue(store) is { } kind) given["Store:Kind"] = kind;
        var order = new HostOrder
        {
            Urls = "", Data = asked.GetValue(data)!, SettingsFile = asked.GetValue(settings), Settings = given,
        };
        using var configuration = new ConfigurationManager();
        configuration.AddSettings(order.SettingsFile, order.Settings);
        return new(configuration, order.Data);
    }
}
