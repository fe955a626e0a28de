using System.CommandLine;
using KpiGrid.Host.Clustering;
using KpiGrid.Host.Keys;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid serve</c>: an installation in one process, or one process of a cluster.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = SharedOptions.Urls();
        var data = SharedOptions.Data();
        var insecure = SharedOptions.InsecurePublic();
        var server = new ServerAsking();
        var newAdminKey = new Option<bool>("--new-admin-key")
        {
            Description = "Make another key that opens everything, into the data folder: where the first one is lost",
        };
        var command = new Command("serve",
            "Serve one installation from a data folder, or be one process of a cluster.\n"
            + "Example: kpigrid serve --urls http://127.0.0.1:8420 --data ./kpigrid-data\n"
            + "Example: kpigrid serve --role front --settings kpigrid.json --urls http://127.0.0.1:8420")
        {
            urls, data, insecure, newAdminKey,
        };
        server.AddTo(command);
        command.SetAction(async (asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            var order = new HostOrder
            {
                Urls = asked.GetValue(urls)!, Data = asked.GetValue(data)!, InsecurePublic = asked.GetValue(insecure),
                NewAdminKey = asked.GetValue(newAdminKey), SettingsFile = server.SettingsFile(asked),
                Settings = server.Settings(asked),
            };
            return await Serving.Run(screen, order, app => Ready(screen, order, app), cancellationToken);
        });
        return command;
    }

    private static Task<int> Ready(Screen screen, HostOrder order, WebApplication app)
    {
        var settings = app.Services.GetRequiredService<ServerSettings>();
        if (settings.IsAlone) ReadyAlone(screen, order, app.Urls.First());
        else ReadyInCluster(screen, order, app.Urls.First(), settings);
        return Task.FromResult(ExitCode.Ok);
    }

    private static void ReadyAlone(Screen screen, HostOrder order, string address)
    {
        var key = AdminKeyFile.PathIn(order.Data);
        if (screen.IsJson) screen.Answer(new { address, data = Path.GetFullPath(order.Data), key });
        screen.Say($"The key that opens everything stands in {key}; 'kpigrid keys' makes others.");
        screen.Say($"KpiGrid serves {Path.GetFullPath(order.Data)} at {address}; Ctrl+C stops it.");
    }

    private static void ReadyInCluster(Screen screen, HostOrder order, string address, ServerSettings settings)
    {
        var (role, cluster) = (settings.Role.ToString().ToLowerInvariant(), settings.Cluster);
        var key = settings.IsFront || AdminKeyFile.Read(order.Data) is null ? null : AdminKeyFile.PathIn(order.Data);
        if (screen.IsJson) screen.Answer(new { address, role, cluster = cluster.Id, key });
        if (key is not null) screen.Say($"The key that opens everything stands in {key}; 'kpigrid keys' makes others.");
        screen.Say(settings.IsFront
            ? $"A front end of cluster {cluster.Id} serves at {address}; Ctrl+C stops it."
            : $"A silo of cluster {cluster.Id} runs at {cluster.Address}:{cluster.SiloPort}, its gateway at port "
              + $"{cluster.GatewayPort}; {(settings.Role == ServerRole.Silo ? "health and metrics" : "KpiGrid")} at {address}; "
              + "Ctrl+C stops it.");
    }
}
