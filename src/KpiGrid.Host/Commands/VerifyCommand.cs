using System.CommandLine;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid verify</c>: recomputes every node from the journal and names every difference.</summary>
internal static class VerifyCommand
{
    private const string FreePort = "http://127.0.0.1:0";

    public static Command Create()
    {
        var data = SharedOptions.Data();
        var (url, key) = (SharedOptions.Url(), SharedOptions.Key());
        var audit = new Option<bool>("--audit")
        {
            Description = "Check only that history is what was written: chains, heads and anchors; asks no server",
        };
        var anchor = new Option<JournalHead?>("--anchor")
        {
            Description = "With --audit: an anchor noted earlier, as SEQUENCE:HASH, which must still be there",
            CustomParser = VerifyAudit.ReadAnchor,
        };
        var command = new Command("verify",
            "Recompute every node from the journal, check the hash chains, name every difference. Where nothing "
            + "answers at --url, a server is started over the data folder.\nExample: kpigrid verify --data ./kpigrid-data")
        {
            data, url, key, audit, anchor,
        };
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            if (asked.GetValue(audit))
                return Guarded.Run(screen,
                    () => VerifyAudit.Run(screen, asked.GetValue(data)!, asked.GetValue(anchor), cancellationToken));
            return Guarded.Run(screen,
                () => Run(screen, asked.GetValue(data)!, asked.GetValue(url)!, asked.GetValue(key), cancellationToken));
        });
        return command;
    }

    private static async Task<int> Run(
        Screen screen, string data, Uri url, string? key, CancellationToken cancellationToken)
    {
        var file = DataFolder.JournalFileIn(Path.GetFullPath(data));
        if (!File.Exists(file)) return VerifyAudit.NoJournal(screen, file);
        if (await Answers(url, cancellationToken))
        {
            using var asking = KeyedHttp.Client(url, key, data);
            return await Verify(screen, file, asking, cancellationToken);
        }
        await using var own = KpiGridHost.Build(new() { Urls = FreePort, Data = data });
        await own.StartAsync(cancellationToken);
        using var client = KeyedHttp.Client(new(own.Urls.First()), AdminKeyFile.Read(data));
        var code = await Verify(screen, file, client, cancellationToken);
        await own.StopAsync(cancellationToken);
        return code;
    }

    private static async Task<int> Verify(
        Screen screen, string file, HttpClient client, CancellationToken cancellationToken)
    {
        await using var journal = SqliteJournal.OpenForReading(file);
        var server = new PatientHttp(client, TimeProvider.System, new());
        await server.Get("/health/ready", cancellationToken);
        var verifier = new Verifier(journal, server, TimeProvider.System, NodeCheck.Pauses);
        var report = await screen.Progress("Verifying", tell => verifier.Run(tell, cancellationToken));
        if (screen.IsJson) screen.Answer(report);
        else VerifyTable.Show(screen, report);
        return report.IsSound ? ExitCode.Ok : ExitCode.Refused;
    }

    private static async Task<bool> Answers(Uri url, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = url };
        try
        {
            using var response = await client.GetAsync(new Uri("/health/live", UriKind.Relative), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
