using System.CommandLine;
using KpiGrid.Host.Clustering;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal;

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
            + "answers at --url, a server is started over the data folder; of a cluster name a front end.\n"
            + "Example: kpigrid verify --data ./kpigrid-data\n"
            + "Example: kpigrid verify --settings kpigrid.json --url http://127.0.0.1:8421 --key KEY")
        {
            data, url, key, audit, anchor,
        };
        var server = new ServerAsking();
        server.AddStoreTo(command);
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            return Guarded.Run(screen, async () =>
            {
                var folder = asked.GetValue(data)!;
                var store = server.Store(asked);
                if (IsMissing(store, folder)) return VerifyAudit.NoJournal(screen, folder);
                if (asked.GetValue(audit))
                    return await VerifyAudit.Run(screen, store, folder, asked.GetValue(anchor), cancellationToken);
                return await Run(screen, store, folder, asked.GetValue(url)!, asked.GetValue(key), cancellationToken);
            });
        });
        return command;
    }

    private static bool IsMissing(ServerSettings store, string data) =>
        store.StoreKind == StoreKind.Sqlite && !File.Exists(DataFolder.JournalFileIn(Path.GetFullPath(data)));

    private static async Task<int> Run(
        Screen screen, ServerSettings store, string data, Uri url, string? key, CancellationToken cancellationToken)
    {
        if (await Answers(url, cancellationToken))
        {
            using var asking = KeyedHttp.Client(url, key, data);
            return await Verify(screen, store, data, asking, cancellationToken);
        }
        if (store.StoreKind != StoreKind.Sqlite)
            return screen.Fail(ExitCode.NotReachable, $"Nothing answers at {url}: name a front end of the cluster with --url and "
                + "a key with --key or KPIGRID_KEY; verify --audit asks no server.");
        await using var own = KpiGridHost.Build(new() { Urls = FreePort, Data = data });
        await own.StartAsync(cancellationToken);
        using var client = KeyedHttp.Client(new(own.Urls.First()), AdminKeyFile.Read(data));
        var code = await Verify(screen, store, data, client, cancellationToken);
        await own.StopAsync(cancellationToken);
        return code;
    }

    private static async Task<int> Verify(
        Screen screen, ServerSettings store, string data, HttpClient client, CancellationToken cancellationToken)
    {
        var journal = Stores.OpenForReading(store, data);
        await using var closing = (IAsyncDisposable)journal;
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
