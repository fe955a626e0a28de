using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid verify</c>: recomputes every node from the journal and names every difference.</summary>
internal static class VerifyCommand
{
    private const int Sound = 0;
    private const int Unsound = 1;
    private const int NotVerified = 2;

    /// <summary>The command.</summary>
    /// <param name="start">Starts a server over the data folder where none answers.</param>
    /// <param name="time">The clock.</param>
    public static Command Create(StartServer start, TimeProvider time)
    {
        var data = new Option<string>("--data")
        {
            Description = "The data folder; it is only read.",
            DefaultValueFactory = _ => "./kpigrid-data",
        };
        var url = new Option<Uri>("--url")
        {
            Description = "The server to ask; where none answers, one is started over the data folder.",
            CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) ? uri : Bad(result),
            DefaultValueFactory = _ => new("http://127.0.0.1:8420"),
        };
        var json = new Option<bool>("--json") { Description = "Write the result as one JSON document." };
        var command = new Command("verify",
            "Recompute every node from the journal, check the hash chains, name every difference. " +
            "Exit code 0: none; 1: some; 2: could not be verified. Example: kpigrid verify --data ./kpigrid-data --json")
        {
            data, url, json,
        };
        command.SetAction((parsed, cancellationToken) => Run(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(url), VerifyOutput.Of(parsed.GetValue(json)),
            start, time, cancellationToken));
        return command;
    }

    private static Uri? Bad(ArgumentResult result)
    {
        result.AddError($"'{result.Tokens[0].Value}' is no address: write it as http://127.0.0.1:8420");
        return null;
    }

    private static async Task<int> Run(
        string folder, Uri url, VerifyOutput output, StartServer start, TimeProvider time, CancellationToken cancellationToken)
    {
        var file = DataFolder.JournalFileIn(Path.GetFullPath(folder));
        if (!File.Exists(file)) return NotDone(output, $"{file} is not there: name the data folder with --data");
        try
        {
            await using var own = await Answers(url, cancellationToken) ? null : await start(folder, cancellationToken);
            await using var journal = SqliteJournal.OpenForReading(file);
            using var server = new HttpClient { BaseAddress = own?.Address ?? url };
            var report = await output.Follow(
                progress => new Verifier(journal, server, time).Run(progress, cancellationToken));
            output.Write(report);
            return report.IsSound ? Sound : Unsound;
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or IOException or DbException)
        {
            return NotDone(output, failure.Message);
        }
    }

    private static int NotDone(VerifyOutput output, string why)
    {
        output.Say(why);
        return NotVerified;
    }

    private static async Task<bool> Answers(Uri url, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = url };
        try
        {
            using var response = await client.GetAsync(new Uri("health/live", UriKind.Relative), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
