using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Serialization;
using Orleans.Storage;
using Orleans.TestingHost;
using Xunit;

namespace KpiGrid.Tests.Journal;

public sealed class JournalRegistrationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_silo_has_one_journal_and_lets_its_folder_go_when_it_stops()
    {
        using var folder = new TempFolder();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddSqliteJournal(folder.Path));
        var cluster = builder.Build();
        await cluster.DeployAsync(Cancelled);
        var services = cluster.GetSiloServiceProvider();

        await services.GetRequiredService<GroupCommit>().Append(Appends.First("pilot/a"), Cancelled);
        var refused = Assert.Throws<IOException>(() => DataFolder.Open(folder.Path));

        Assert.Single(await services.GetRequiredService<IJournal>().Chain("pilot/a"));
        Assert.IsType<SnapshotStorage>(services.GetRequiredKeyedService<IGrainStorage>("snapshots"));
        Assert.Contains(folder.Path, refused.Message, StringComparison.Ordinal);

        await cluster.StopAllSilosAsync(Cancelled);
        await cluster.DisposeAsync();
        DataFolder.Open(folder.Path).Dispose();
        await using var again = SqliteJournal.Open(DataFolder.JournalFileIn(folder.Path));
        Assert.Single(await again.Chain("pilot/a"));
    }

    [Theory]
    [InlineData(0, 1024, 10)]
    [InlineData(10, 0, 10)]
    [InlineData(10, 1024, 0)]
    [InlineData(10, 1024, 3600)]
    public void Options_out_of_bounds_are_refused(int records, int bytes, int seconds)
    {
        var options = new JournalOptions
        {
            QueueRecordsMax = records, GroupBytesMax = bytes, AppendTimeout = TimeSpan.FromSeconds(seconds),
        };

        Assert.True(new JournalOptionsCheck().Validate(null, options).Failed);
        Assert.True(new JournalOptionsCheck().Validate(null, new()).Succeeded);
    }

    [Fact]
    public void The_exceptions_of_storage_keep_what_they_say_on_the_wire()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        var inner = new IOException("no such disk");

        var unavailable = Sent(new JournalUnavailableException("unknown", TimeSpan.FromSeconds(1), inner));
        Assert.Equal(("unknown", 1), (unavailable.Message, unavailable.RetryAfter.TotalSeconds));
        Assert.Equal("no such disk", unavailable.InnerException!.Message);
        Assert.Equal(2, Sent(new JournalBusyException("busy", TimeSpan.FromSeconds(2))).RetryAfter.TotalSeconds);
        Assert.Equal(3, Sent(new JournalFullException("full", TimeSpan.FromSeconds(3))).RetryAfter.TotalSeconds);
        Assert.Equal("nul", Sent(new RecordRefusedException("nul")).Message);

        T Sent<T>(T exception) where T : Exception =>
            Assert.IsType<T>(serializer.Deserialize<Exception>(serializer.SerializeToArray<Exception>(exception)));
    }
}
