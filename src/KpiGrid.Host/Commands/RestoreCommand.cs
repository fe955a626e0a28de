using System.CommandLine;
using KpiGrid.Host.Clustering;
using KpiGrid.Silo.Journal.Backup;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid restore</c>: a store from a backup.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The backup to read" };
        var store = new StoreAsking();
        var replace = new Option<bool>("--replace") { Description = "Give up the records that the store holds now" };
        var check = new Option<bool>("--check") { Description = "Only check that the backup is whole; restore nothing" };
        var command = new Command("restore",
            "Restore a store from a backup, while no server runs on it. Everything is read back and compared before it takes "
            + "the place of what was there: it succeeds as a whole, or changes nothing. Versions and tokens from before are "
            + "told from those after it. Keys that were made after the backup are gone, keys revoked after it are in force. A "
            + "database is restored as the owner of its tables.\n"
            + "Example: kpigrid restore kpigrid-2026-11-28.backup --data ./kpigrid-data\n"
            + "Example: kpigrid restore kpigrid-2026-11-28.backup --settings kpigrid.json --replace")
        {
            file, replace, check,
        };
        store.AddTo(command);
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            var path = asked.GetValue(file)!;
            return Guarded.Run(screen, () => !File.Exists(path)
                ? Task.FromResult(screen.Fail(ExitCode.Usage, $"There is no backup {path}"))
                : asked.GetValue(check)
                ? Check(screen, path, cancellationToken)
                : Run(screen, path, store.Of(asked), asked.GetValue(replace), cancellationToken));
        });
        return command;
    }

    private static async Task<int> Run(
        Screen screen, string path, ChosenStore store, bool replace, CancellationToken cancellationToken)
    {
        await using var file = BackupFile.Open(path);
        await using var draft = await store.Draft(replace, cancellationToken);
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
