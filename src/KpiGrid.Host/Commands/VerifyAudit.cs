using System.CommandLine.Parsing;
using System.Globalization;
using KpiGrid.Host.Clustering;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid verify --audit</c>: whether history is what was written.</summary>
internal static class VerifyAudit
{
    private const int HashBytes = 32;

    public static async Task<int> Run(
        Screen screen, ServerSettings store, string data, JournalHead? noted, CancellationToken cancellationToken)
    {
        var journal = Stores.OpenForReading(store, data);
        await using var closing = (IAsyncDisposable)journal;
        var check = new AuditCheck(journal, noted, TimeProvider.System);
        var report = await screen.Progress("Checking history", tell => check.Run(tell, cancellationToken));
        if (screen.IsJson) screen.Answer(report);
        else VerifyTable.Show(screen, report);
        return report.IsSound ? ExitCode.Ok : ExitCode.Refused;
    }

    public static int NoJournal(Screen screen, string data) => screen.Fail(ExitCode.Usage,
        $"There is no journal at {DataFolder.JournalFileIn(Path.GetFullPath(data))}: name the data folder with --data");

    /// <summary>Reads <c>12:9f3c…</c>, an anchor as the report shows it.</summary>
    public static JournalHead? ReadAnchor(ArgumentResult result)
    {
        var parts = result.Tokens[0].Value.Split(':');
        if (parts.Length == 2 && parts[1].Length == 2 * HashBytes && parts[1].All(char.IsAsciiHexDigit)
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0)
            return new(Streams.Anchors, sequence, Convert.FromHexString(parts[1]), DateTimeOffset.UnixEpoch);
        result.AddError("--anchor must be as `verify --audit` shows it: SEQUENCE:HASH");
        return null;
    }
}
