using System.CommandLine;
using System.Runtime.InteropServices;
using KpiGrid.Host.Http;
using KpiGrid.Host.Watch;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid watch</c>: the totals of a region as they change.</summary>
internal static class WatchCommand
{
    private static readonly Argument<string> Region = new("region") { Description = "The region's id" };

    private static readonly Option<string[]> Kpi = new("--kpi")
    {
        Description = "A KPI code; may be given several times",
        Required = true,
    };

    private static readonly Option<string> By = new Option<string>("--by")
    {
        Description = "The length of the periods: this year's up to the current one",
        DefaultValueFactory = _ => "month",
    }.AcceptOnlyFromAmong("day", "week", "month", "quarter", "half", "year");

    private static readonly Option<string?> From = new("--from") { Description = "The first day, with --to" };

    private static readonly Option<string?> To = new("--to") { Description = "The day after the last" };

    private static readonly Option<int> Events = new("--events") { Description = "End after so many events" };

    private static readonly Option<int> Seconds = new("--for") { Description = "End after so many seconds" };

    public static Command Create()
    {
        var (url, key) = (SharedOptions.Url(), SharedOptions.Key());
        var command = new Command("watch",
            "Watch the totals of a region as they change; Ctrl+C ends it.\n"
            + "Example: kpigrid watch live --kpi CDW-DIV --kpi MAT-REU --by month")
        {
            Region, Kpi, By, From, To, Events, Seconds, url, key,
        };
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            return Guarded.Run(screen, async () =>
            {
                using var client = KeyedHttp.Client(asked.GetValue(url)!, asked.GetValue(key));
                client.Timeout = Timeout.InfiniteTimeSpan;
                return await Run(screen, asked, client, cancellationToken);
            });
        });
        return command;
    }

    private static async Task<int> Run(
        Screen screen, ParseResult asked, HttpClient client, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        if (asked.GetValue(Seconds) is > 0 and var seconds) end.CancelAfter(TimeSpan.FromSeconds(seconds));
        var run = new WatchRun(client, Path(asked), asked.GetValue(Events), TimeProvider.System);
        try
        {
            await run.Show(screen, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            screen.Remark("The end of watching.");
        }
        return ExitCode.Ok;

        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.Cancel();
        }
    }

    private static string Path(ParseResult asked)
    {
        var query = asked.GetValue(Kpi)!.Select(kpi => ("kpi", (string?)kpi))
            .Concat([("by", asked.GetValue(By)), ("from", asked.GetValue(From)), ("to", asked.GetValue(To))]);
        return $"/v1/regions/{Uri.EscapeDataString(asked.GetValue(Region)!)}/live?{Question.Query(query)}";
    }
}
