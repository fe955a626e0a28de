using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

[Collection(typeof(FaultsAlone))]
public sealed class SecondServerTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_second_server_on_a_data_folder_refuses_to_start_and_says_why()
    {
        await using var first = new ServerProcess(folder.Path);
        await first.Start();
        await using var second = new ServerProcess(folder.Path);

        Assert.Equal(1, await second.StartInVain());

        Assert.Equal($"Another kpigrid already serves the data folder {folder.Path}: "
            + "stop that one, or name another folder with --data", second.Error.Trim());
        using var sender = new Sender(first);
        await Network.Make(sender, "pilot");
        Assert.Equal(200, (await sender.Push("pilot", Network.Body([1]))).Status);
    }
}
