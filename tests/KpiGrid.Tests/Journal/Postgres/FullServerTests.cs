using KpiGrid.Silo.Journal;
using KpiGrid.Tests.Processes.Faults;
using Xunit;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>A server whose disk is full.</summary>
[Collection(typeof(PostgresFaultsAlone))]
public sealed class FullServerTests(DurablePostgres durable) : PostgresFaults(durable)
{
    [Fact]
    public async Task A_full_disk_stores_nothing_and_works_again_once_there_is_space()
    {
        using var disk = new SmallDisk(4);
        Needed.Must(Needed.Runs("install", "-d", "-o", "postgres", disk.Path + "/data"), "Only root can give a disk away");
        await Database.Run($"create tablespace small location '{disk.Path}/data'");
        await Database.Run("alter table journal set tablespace small");
        try
        {
            await Journal.AppendNext("pilot/a");
            var before = await Journal.Head("pilot/a", Cancelled);
            disk.Fill(leave: 0);

            var full = await Assert.ThrowsAsync<JournalFullException>(() => Journal.Append(Big(before), Appends.First("pilot/b")));
            Assert.Equivalent(before, await Journal.Head("pilot/a", Cancelled));
            Assert.Empty(await Journal.Records("pilot/b"));

            disk.Free();
            Assert.Equal([AppendOutcome.Committed], await Journal.Append(Big(before)));
            Assert.Equal(2, (await Journal.Chain("pilot/a")).Count);
            Assert.True(full.RetryAfter > TimeSpan.Zero);
        }
        finally
        {
            disk.Free();
            await Database.Run("alter table journal set tablespace pg_default");
            await Database.Run("drop tablespace small");
        }
    }

    private static Append Big(JournalHead head)
    {
        // What does not compress takes its space.
        var noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        return Appends.After(head, $"\"{Convert.ToBase64String(noise)}\"");
    }
}
