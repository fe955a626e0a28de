using System.CommandLine;
using KpiGrid.Host.Clustering;
using KpiGrid.Silo.Journal.Backup;

namespace KpiGrid.Host.Commands;

/// <summary><c>kpigrid backup</c>: everything that a store holds, as one file.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The backup to write" };
        var replace = new Option<bool>("--replace") { Description = "Write over a file that is there" };
        var store = new StoreAsking();
        var command = new Command("backup",
            "Write everything that was recorded to one file, beside servers that run: every stream up to where it stood at "
            + "one moment, what was acknowledged before the start included. Any store can be restored from it. It holds "
            + "secrets (the key of member ids, hashes of keys, names of people): only its owner can read it; keep it so.\n"
            + "Example: kpigrid backup kpigrid-2026-11-28.backup --data ./kpigrid-data\n"
            + "Example: kpigrid backup kpigrid-2026-11-28.backup --settings kpigrid.json")
        {
            file, replace,
        };
        store.AddTo(command);
        command.SetAction((asked, cancellationToken) =>
        {
            var screen = new Screen(asked.GetValue(SharedOptions.Json));
            return Guarded.Run(screen, () => Run(
                screen, asked.GetValue(file)!, store.Of(asked), asked.GetValue(replace), cancellationToken));
        });
        return command;
    }

    private static async Task<int> Run(
        Screen screen, string file, ChosenStore store, bool replace, CancellationToken cancellationToken)
    {
        if (store.MissingFile is { } missing) return VerifyAudit.NoJournal(screen, missing);
        await using var cut = await store.Cut(cancellationToken);
        var written = await screen.Progress(
            "Backing up", tell => BackupFile.Write(Path.GetFullPath(file), replace, cut, tell, cancellationToken));
        BackupAnswer.Show(screen, "Backed up", file, written);
        return ExitCode.Ok;
    }
}
