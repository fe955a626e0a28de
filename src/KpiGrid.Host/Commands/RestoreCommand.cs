using System.CommandLine;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Backup;
using KpiGrid.Silo.Journal.Sqlite;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid restore</c>: a store from a backup.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The backup to read" };
        var data = SharedOptions.Data();
        var replace = new Option<bool>("--replace") { Description = "Give up the records that the store holds now" };
        var check = new Option<bool>("--check") { Description = "Only check that the backup is whole; restore nothing" };
        var command = new Command("restore",
            "Restore a store from a backup, while no server runs on it. Everything is read back and compared before it takes "
            + "the place of what was there: it succeeds as a whole, or changes nothing. Versions and tokens from before are "
            + "told from those after it. Keys that were made after the backup are gone, keys revoked after it are in force.\n"
            + "Example: kpigrid restore kpigrid-2026-11-28.backup --data ./kpigrid-data")
        {
            file, data, replace, check,
        };
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            var path = asked.GetValue(file)!;
            return Guarded.Run(screen, () => !File.Exists(path)
                ? Task.FromResult(screen.Fail(ExitCode.Usage, $"There is no backup {path}"))
                : asked.GetValue(check)
                ? Check(screen, path, cancellationToken)
                : Run(screen, path, asked.GetValue(data)!, asked.GetValue(replace), cancellationToken));
        });
        return command;
    }

    private static async Task<int> Run(
        Screen screen, string path, string data, bool replace, CancellationToken cancellationToken)
    {
        await using var file = BackupFile.Open(path);
        using var folder = DataFolder.Open(data);
        await using var draft = await SqliteDraft.Begin(folder, replace, cancellationToken);
        var restored = await screen.Progress(
            "Restoring", tell => Restoring.Run(file, draft, TimeProvider.System, tell, cancellationToken));
        BackupAnswer.Show(screen, "Restored", path, restored);
        return ExitCode.Ok;
    }

    private static async Task<int> Check(Screen screen, string path, CancellationToken cancellationToken)
    {
        await using var file = BackupFile.Open(path);
        using var reader = new BackupReader(file, draft: null);
        var read = await screen.Progress("Checking", tell => reader.Run(tell, cancellationToken));
        BackupAnswer.Show(screen, "Checked", path, read);
        return ExitCode.Ok;
    }
}
