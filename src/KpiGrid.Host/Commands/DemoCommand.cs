using System.CommandLine;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Import;
using KpiGrid.Host.Samples;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid demo</c>: serve, with the five sample networks loaded.</summary>
internal static class DemoCommand
{
    /// <summary>Whatever the settings say that are meant for others: samples do not go into a cluster.</summary>
    private static readonly Dictionary<string, string?> onItsOwn = new()
    {
        ["Cluster:Role"] = "all", ["Cluster:Kind"] = "local", ["Store:Kind"] = "sqlite",
    };

    public static Command Create()
    {
        var urls = SharedOptions.Urls();
        var data = SharedOptions.Data();
        var insecure = SharedOptions.InsecurePublic();
        var noLive = new Option<bool>("--no-live") { Description = "Do not go on pushing sample measurements of today" };
        var command = new Command("demo",
            "Serve with the five sample networks loaded, and push to region 'live'; every figure is invented.\n"
            + "Example: kpigrid demo --data ./sample-data")
        {
            urls, data, insecure, noLive,
        };
        command.SetAction(async (asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            var time = new SteppedTime();
            var order = new HostOrder
            {
                Urls = asked.GetValue(urls)!, Data = asked.GetValue(data)!, InsecurePublic = asked.GetValue(insecure),
                Time = time, Settings = onItsOwn,
            };
            var pushing = Task.CompletedTask;
            var code = await Serving.Run(screen, order, Ready, cancellationToken);
            await pushing;
            return code;

            async Task<int> Ready(WebApplication app)
            {
                var loaded = await Load(screen, app, order.Data, time, cancellationToken);
                if (!asked.GetValue(noLive)) pushing = Push(screen, app, order.Data, time);
                return loaded;
            }
        });
        return command;
    }

    private static async Task<int> Load(
        Screen screen, WebApplication app, string data, SteppedTime time, CancellationToken cancellationToken)
    {
        var address = LocalAddress.Of(app.Urls.First());
        using var client = KeyedHttp.Client(address, AdminKeyFile.Read(data));
        var http = new PatientHttp(client, TimeProvider.System, new());
        var samples = new SampleLoader(http, time);
        var loaded = await screen.Progress(
            "Loading the sample networks", tell => samples.Load(tell, cancellationToken));
        var keys = new DemoKeys(new(new(client, TimeProvider.System, Patience.None)));
        var made = await keys.MakeMissing(cancellationToken);
        var signIn = await keys.Link(address, cancellationToken);
        var keyFile = AdminKeyFile.PathIn(data);
        if (screen.IsJson)
            screen.Answer(new
            {
                address, loaded.Nouns, loaded.Measurements, loaded.Corrections, keyFile, signIn,
                keys = made.ToDictionary(each => each.Wish.Role, each => each.Key),
            });
        else await new DemoGreeting(screen, http, address, keyFile).Say(loaded, made, signIn, cancellationToken);
        return ExitCode.Ok;
    }

    private static async Task Push(Screen screen, WebApplication app, string data, TimeProvider time)
    {
        using var client = KeyedHttp.Client(LocalAddress.Of(app.Urls.First()), AdminKeyFile.Read(data));
        var generator = new LiveGenerator(new PatientHttp(client, TimeProvider.System, new()), time);
        try
        {
            await generator.Run(app.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            screen.Remark($"The generator pushed {generator.Pushed} sample measurements.");
        }
        catch (Exception failure) when (failure is RefusedException or NotReachableException)
        {
            screen.Fail(ExitCode.Refused, $"The generator has stopped: {failure.Message}");
        }
    }
}
