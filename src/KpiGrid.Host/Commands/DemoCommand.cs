using System.CommandLine;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;
using KpiGrid.Host.Samples;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid demo</c>: serve, with the five sample networks loaded.</summary>
internal static class DemoCommand
{
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
                Time = time,
            };
            var pushing = Task.CompletedTask;
            var code = await Serving.Run(screen, order, Ready, cancellationToken);
            await pushing;
            return code;

            async Task<int> Ready(WebApplication app)
            {
                var loaded = await Load(screen, app, time, cancellationToken);
                if (!asked.GetValue(noLive)) pushing = Push(screen, app, time);
                return loaded;
            }
        });
        return command;
    }

    private static async Task<int> Load(
        Screen screen, WebApplication app, SteppedTime time, CancellationToken cancellationToken)
    {
        var address = LocalAddress.Of(app.Urls.First());
        using var client = new HttpClient { BaseAddress = address };
        var http = new PatientHttp(client, TimeProvider.System, new());
        var samples = new SampleLoader(http, time);
        var loaded = await screen.Progress(
            "Loading the sample networks", tell => samples.Load(tell, cancellationToken));
        if (screen.IsJson) screen.Answer(new { address, loaded.Nouns, loaded.Measurements, loaded.Corrections });
        else await Greet(screen, http, address, loaded, cancellationToken);
        return ExitCode.Ok;
    }

    private static async Task Push(Screen screen, WebApplication app, TimeProvider time)
    {
        using var client = new HttpClient { BaseAddress = LocalAddress.Of(app.Urls.First()) };
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

    private static async Task Greet(
        Screen screen, PatientHttp http, Uri address, SampleCounts loaded, CancellationToken cancellationToken)
    {
        screen.Say(loaded.IsNothing
            ? "The sample networks are there already."
            : $"Loaded {loaded.Nouns} registry entries, {loaded.Measurements} measurements and "
              + $"{loaded.Corrections} correction, all marked as sample.");
        screen.Say("");
        await WhenConfirmed(http, cancellationToken);
        foreach (var path in Asked)
        {
            var answer = await http.Get(path, cancellationToken);
            screen.Say($"  curl '{address.ToString().TrimEnd('/')}{path}'");
            screen.Say($"  {Short(System.Text.Encoding.UTF8.GetString(answer.Body))}");
            screen.Say("");
        }
        screen.Say($"  curl -N '{address.ToString().TrimEnd('/')}/v1/regions/live/live?kpi=CDW-DIV&by=month'");
        screen.Say("  (what the sample generator pushes, as it arrives)");
        screen.Say("");
        screen.Say($"KpiGrid serves the sample networks at {address}; Ctrl+C stops it.");
    }

    /// <summary>The nodes were confirmed on the clock of the samples; the next sweep does so on the real one.</summary>
    private static async Task WhenConfirmed(PatientHttp http, CancellationToken cancellationToken)
    {
        for (var left = 40; left > 0; left--)
        {
            var answer = System.Text.Encoding.UTF8.GetString((await http.Get(Asked[0], cancellationToken)).Body);
            if (answer.Contains("\"stale\":false", StringComparison.Ordinal)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken);
        }
    }

    private static string[] Asked =>
    [
        "/v1/regions/ncc/totals?kpi=CDW-DIV&from=2026-01-01&to=2026-04-01&split=municipality",
        "/v1/regions/ncc/explain?kpi=CDW-DIV&from=2026-01-01&to=2026-04-01",
    ];

    private static string Short(string answer) => answer.Length > 800 ? answer[..800] + " …" : answer;
}
