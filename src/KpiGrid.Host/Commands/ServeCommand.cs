using System.CommandLine;
using KpiGrid.Host.Keys;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid serve</c>: silo, API and dashboard in one process.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var urls = SharedOptions.Urls();
        var data = SharedOptions.Data();
        var insecure = SharedOptions.InsecurePublic();
        var command = new Command("serve",
            "Serve one installation from a data folder.\n"
            + "Example: kpigrid serve --urls http://127.0.0.1:8420 --data ./kpigrid-data")
        {
            urls, data, insecure,
        };
        command.SetAction(async (asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            var order = new HostOrder
            {
                Urls = asked.GetValue(urls)!, Data = asked.GetValue(data)!, InsecurePublic = asked.GetValue(insecure),
            };
            return await Serving.Run(screen, order, Ready, cancellationToken);

            Task<int> Ready(WebApplication app)
            {
                var address = app.Urls.First();
                var key = AdminKeyFile.PathIn(order.Data);
                if (screen.IsJson) screen.Answer(new { address, data = Path.GetFullPath(order.Data), key });
                screen.Say($"The key that opens everything stands in {key}; 'kpigrid keys' makes others.");
                screen.Say($"KpiGrid serves {Path.GetFullPath(order.Data)} at {address}; Ctrl+C stops it.");
                return Task.FromResult(ExitCode.Ok);
            }
        });
        return command;
    }
}
