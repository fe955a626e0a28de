using System.CommandLine;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Backup;
using KpiGrid.Silo.Journal.Sqlite;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid backup</c>: everything that a store holds, as one file.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The backup to write" };
        var data = SharedOptions.Data();
        var replace = new Option<bool>("--replace") { Description = "Write over a file that is there" };
        var command = new Command("backup",
            "Write everything that was recorded to one file, beside a server that runs: every stream up to where it stood at "
            + "one moment, what was acknowledged before the start included. Any store can be restored from it. It holds "
            + "secrets (the key of member ids, hashes of keys, names of people): only its owner can read it; keep it so.\n"
            + "Example: kpigrid backup kpigrid-2026-11-28.backup --data ./kpigrid-data")
        {
            file, data, replace,
        };
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            return Guarded.Run(screen, () => Run(
                screen, asked.GetValue(file)!, asked.GetValue(data)!, asked.GetValue(replace), cancellationToken));
        });
        return command;
    }

    private static async Task<int> Run(
        Screen screen, string file, string data, bool replace, CancellationToken cancellationToken)
    {
        var journal = DataFolder.JournalFileIn(Path.GetFullPath(data));
        if (!File.Exists(journal)) return VerifyAudit.NoJournal(screen, journal);
        await using var cut = SqliteCut.Open(journal);
        var written = await screen.Progress(
            "Backing up", tell => BackupFile.Write(Path.GetFullPath(file), replace, cut, tell, cancellationToken));
        BackupAnswer.Show(screen, "Backed up", file, written);
        return ExitCode.Ok;
    }
}
