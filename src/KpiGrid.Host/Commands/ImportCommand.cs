using System.CommandLine;
using System.Globalization;
using KpiGrid.Host.Http;
using KpiGrid.Host.Import;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid import</c>: a CSV, or a zip with one inside, by a mapping.</summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("file")
    {
        Description = "The CSV, or a zip with one CSV inside",
    }.AcceptExistingOnly();

    private static readonly Option<FileInfo> Map = new Option<FileInfo>("--map")
    {
        Description = "The mapping: which column is what, and how numbers and dates are written",
        Required = true,
    }.AcceptExistingOnly();

    private static readonly Option<bool> Registry = new("--create")
    {
        Description = "Put the registry entries of the mapping's section create first, where they are missing",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Let the server check everything and record nothing",
    };

    private static readonly Option<bool> SkipBad = new("--skip-bad")
    {
        Description = "Send the good rows although others are wrong",
    };

    private static readonly Option<bool> Confirm = new("--confirm")
    {
        Description = "Send what the checks of the mapping hold: it is right as it stands",
    };

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description = "Why, for the registry entries put by --create",
    };

    private static readonly string[] Header =
    [
        "rows", "recorded", "repeated", "refused", "not sent", "blanks", "held", "errors",
        "seconds", "rows/s", "peak MiB",
    ];

    public static Command Create()
    {
        var (url, key) = (SharedOptions.Url(), SharedOptions.Key());
        var command = new Command("import",
            "Import measurements from a file; the same file again adds nothing.\n"
            + "Example: kpigrid import waste-2026.csv --map waste.map.json --dry-run")
        {
            File, Map, url, key, Registry, DryRun, SkipBad, Confirm, Reason,
        };
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            return Guarded.Run(screen, async () =>
            {
                using var client = KeyedHttp.Client(asked.GetValue(url)!, asked.GetValue(key));
                client.Timeout = TimeSpan.FromSeconds(60);
                return await Run(screen, client, Order(asked), cancellationToken);
            });
        });
        return command;
    }

    private static ImportOrder Order(ParseResult asked) => new()
    {
        File = asked.GetValue(File)!.FullName,
        Map = asked.GetValue(Map)!.FullName,
        Create = asked.GetValue(Registry),
        DryRun = asked.GetValue(DryRun),
        SkipBad = asked.GetValue(SkipBad),
        Confirm = asked.GetValue(Confirm),
        Reason = asked.GetValue(Reason),
    };

    private static async Task<int> Run(
        Screen screen, HttpClient client, ImportOrder order, CancellationToken cancellationToken)
    {
        var http = new PatientHttp(client, TimeProvider.System, new());
        var counts = await screen.Progress(Path.GetFileName(order.File), tell =>
        {
            var rows = 0L;
            return new ImportRun(http, TimeProvider.System, order, Tell).Run(cancellationToken);

            void Tell(string step, long done)
            {
                if (step == "reading") rows = done;
                tell(step, done, step == "reading" ? 0 : rows);
            }
        });
        if (screen.IsJson) screen.Answer(counts);
        else Show(screen, counts);
        var held = order.Confirm ? 0 : counts.Held;
        return counts.Errors + counts.Refused + held == 0 ? ExitCode.Ok : ExitCode.Refused;
    }

    private static void Show(Screen screen, ImportCounts counts)
    {
        foreach (var warning in counts.Warnings) screen.Say($"Note: {warning}");
        if (counts.Boundaries is { } boundaries) screen.Say($"Note: municipalities as of {boundaries}");
        foreach (var told in counts.FirstTold) screen.Say($"Note: {told}");
        foreach (var held in counts.FirstHeld) screen.Say($"Held: {held}");
        foreach (var error in counts.FirstErrors) screen.Say($"Error: {error}");
        var found = counts.Errors + counts.Refused;
        if (found > counts.FirstErrors.Count) screen.Say($"… and {found - counts.FirstErrors.Count:N0} more errors");
        screen.Table(Header,
        [[
            Text(counts.Rows), Text(counts.Recorded), Text(counts.Repeated), Text(counts.Refused), Text(counts.NotSent),
            Text(counts.Blanks), Text(counts.Held), Text(counts.Errors),
            counts.Seconds.ToString("0.00", CultureInfo.InvariantCulture),
            Text(counts.RowsPerSecond), Text(counts.PeakMemoryMiB),
        ]]);
        var dry = counts.DryRun ? " Dry run: nothing was recorded." : "";
        screen.Say($"{counts.Import}: {counts.Pilots} pilots, {counts.Created} registry entries put, "
            + $"{counts.Retries} requests sent again.{dry}");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
