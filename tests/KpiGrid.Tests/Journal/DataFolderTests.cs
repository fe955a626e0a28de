using System.Diagnostics;
using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Journal;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string LockFile => folder.File("kpigrid.lock");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_second_opener_is_told_the_folder_and_the_remedy()
    {
        using var first = DataFolder.Open(folder.Path);

        var refused = Assert.Throws<IOException>(() => DataFolder.Open(folder.Path));

        Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Another kpigrid", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_was_closed_can_be_opened_again()
    {
        DataFolder.Open(folder.Path).Dispose();

        using var again = DataFolder.Open(folder.Path);

        Assert.Equal(Path.Combine(folder.Path, "journal.db"), again.JournalFile);
    }

    [Fact]
    public void A_new_folder_is_made_for_its_owner_alone()
    {
        using var made = DataFolder.Open(folder.File("new/data"));

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix modes");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, ModeOf(made.Path));
    }

    [Fact]
    public void A_folder_that_was_made_and_came_to_nothing_is_gone_again()
    {
        DataFolder.Open(folder.File("new")).Dispose();
        Assert.False(Directory.Exists(folder.File("new")));

        using (var used = DataFolder.Open(folder.File("used"))) File.WriteAllText(used.JournalFile, "something");
        Assert.True(File.Exists(folder.File("used/journal.db")));

        DataFolder.Open(folder.Path).Dispose();
        Assert.True(Directory.Exists(folder.Path), "a folder that was there before is nobody's to remove");
    }

    [Fact]
    public async Task Another_process_is_refused_while_it_is_open_and_let_in_afterwards()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "flock(1) is of Linux");
        using (DataFolder.Open(folder.Path)) Assert.Equal(1, await Flock("true"));
        Assert.Equal(0, await Flock("true"));
    }

    [Fact]
    public async Task It_is_refused_while_another_process_holds_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "flock(1) is of Linux");
        using var other = Start("cat"); // holds the lock until its input ends
        await other.StandardInput.WriteLineAsync("held");
        Assert.Equal("held", await other.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        Assert.Throws<IOException>(() => DataFolder.Open(folder.Path));

        other.StandardInput.Close();
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);
        DataFolder.Open(folder.Path).Dispose();
    }

    private static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

    private async Task<int> Flock(string command)
    {
        using var process = Start(command);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    private Process Start(string command) => Process.Start(new ProcessStartInfo("flock", ["-n", LockFile, command])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}
