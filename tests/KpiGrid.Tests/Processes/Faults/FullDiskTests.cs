using KpiGrid.Tests.Api.Hosting;
using Xunit;

namespace KpiGrid.Tests.Processes.Faults;

[Collection(typeof(FaultsAlone))]
public sealed class FullDiskTests : IDisposable
{
    private const int Batch = 200;

    private readonly SmallDisk disk = new(16);

    public void Dispose() => disk.Dispose();

    [Fact]
    public async Task Pushes_are_taken_until_the_disk_is_full_and_again_once_there_is_space()
    {
        await using var server = new ServerProcess(disk.Path);
        await server.Start();
        using var sender = new Sender(server);
        await Network.Make(sender, "pilot");
        disk.Fill(leave: 512 * 1024);

        var taken = await FillUp(sender);
        var all = Enumerable.Range(0, taken).ToList();
        for (var i = 0; i < 5; i++) Assert.Equal(507, (await Push(sender, taken)).Status);
        Assert.Equal((Network.Sum(all), all.Count), await sender.Total());
        Assert.Equal((all.Count, all.Count), JournalCounts.Of(disk.Path));

        disk.Free();
        var after = await Push(sender, taken);

        all = [.. Enumerable.Range(0, taken + Batch)];
        Assert.Equal((200, Batch), (after.Status, (int)after.Json["recorded"]!));
        Assert.Equal((Network.Sum(all), all.Count), await sender.Total((string?)after.Json["token"]));
        await server.Kill();
        await server.Start();
        Assert.Equal((Network.Sum(all), all.Count), await sender.Total());
        Assert.Equal((all.Count, all.Count), JournalCounts.Of(disk.Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100 * 1024)]
    public async Task A_server_that_finds_no_space_says_so_and_starts_once_there_is(int left)
    {
        await using var server = new ServerProcess(disk.Path);
        disk.Fill(left);

        Assert.Equal(1, await server.StartInVain());
        Assert.StartsWith("The disk of the data folder is full", server.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", server.Error, StringComparison.Ordinal);

        disk.Free();
        await server.Start();
    }

    private static Task<ApiAnswer> Push(Sender sender, int first) =>
        sender.Push("pilot", Network.Body(Enumerable.Range(first, Batch)));

    /// <summary>Pushes until it is answered that there is no space; returns how many measurements were taken.</summary>
    private static async Task<int> FillUp(Sender sender)
    {
        for (var taken = 0; taken < 1_000_000; taken += Batch)
        {
            var answer = await Push(sender, taken);
            if (answer.Status == 200) continue;
            Assert.Equal((507, "storage-full"), answer.First);
            return taken;
        }
        throw new InvalidOperationException("The disk was never full");
    }
}
