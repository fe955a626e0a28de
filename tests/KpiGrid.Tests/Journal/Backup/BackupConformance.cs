using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Backup;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>What backup and restore promise of every store; one class per store runs it.</summary>
public abstract class BackupConformance : IAsyncLifetime
{
    private static readonly Person Ann = new() { Name = "Ann Example", Email = "ann@example.org" };
    private static readonly Person Bob = new() { Name = "Bo Ægård", Email = null };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Makes an empty store with a name of its own, or opens the one there is.</summary>
    internal abstract Task<IJournal> Open(string store);

    /// <summary>Closes a store, as a server that stops does.</summary>
    internal abstract Task Close(string store);

    internal abstract Task<IStoreCut> Cut(string store);

    internal abstract Task<IStoreDraft> Draft(string store, bool replace = false);

    public abstract ValueTask DisposeAsync();

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_restored_is_what_was_backed_up()
    {
        var original = await Open("original");
        await Fill(original);
        var (file, written) = await BackedUp.Write(await Cut("original"));

        var restored = await BackedUp.Restore(file, await Draft("restored"));

        var again = await Open("restored");
        Assert.Equal(await BackedUp.Dump(original), await BackedUp.Dump(again));
        Assert.Equal(await PilotHeads(original, "DK-0740"), await PilotHeads(again, "DK-0740"));
        Assert.Equal(written with { Epoch = restored.Epoch }, restored);
        Assert.Equal(restored.Epoch, again.Epoch);
        Assert.Equal(written.Content, (await BackedUp.Write(await Cut("restored"))).Summary.Content);
    }

    [Fact]
    public async Task A_restored_store_is_written_on()
    {
        await Fill(await Open("original"));
        var (file, _) = await BackedUp.Write(await Cut("original"));
        await BackedUp.Restore(file, await Draft("restored"));
        var again = await Open("restored");

        Assert.Equal(AppendOutcome.Committed, await again.AppendNext("pilot/a"));
        Assert.Equal(AppendOutcome.Committed, await again.AppendNext("pilot/new"));

        await again.Chain("pilot/a");
        var all = await again.HeadsAfter(0, Cancelled);
        Assert.Equal((await again.Heads("", Cancelled)).Count, all.Heads.DistinctBy(head => head.Stream).Count());
    }

    [Fact]
    public async Task A_backup_is_of_one_moment()
    {
        var original = await Open("original");
        await Fill(original);
        var before = await BackedUp.Dump(original);
        var cut = await Cut("original");

        await original.AppendNext("pilot/a", "{\"later\":true}");
        await original.Append(Appends.First("pilot/later").In("DK-0740"));
        await original.Append(Appends.After(await original.Head("actor/ann", Cancelled)) with { Person = new("ann", null) });
        var (file, _) = await BackedUp.Write(cut);

        await BackedUp.Restore(file, await Draft("restored"));
        Assert.Equal(before, await BackedUp.Dump(await Open("restored")));
    }

    [Fact]
    public async Task A_store_with_records_is_restored_into_only_where_that_is_said()
    {
        await Fill(await Open("original"));
        var (file, _) = await BackedUp.Write(await Cut("original"));
        var other = await Open("other");
        await other.AppendNext("pilot/kept");
        var before = await BackedUp.Dump(other);
        await Close("other");

        var refused = await Assert.ThrowsAsync<IOException>(() => Draft("other"));

        Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await BackedUp.Dump(await Open("other")));
        await Close("other");
        await BackedUp.Restore(file, await Draft("other", replace: true));
        Assert.Equal(await BackedUp.Dump(await Open("original")), await BackedUp.Dump(await Open("other")));
    }

    [Fact]
    public async Task A_restore_that_fails_changes_nothing()
    {
        await Fill(await Open("original"));
        var (file, _) = await BackedUp.Write(await Cut("original"));
        var other = await Open("other");
        await other.AppendNext("pilot/kept");
        var (before, epoch) = (await BackedUp.Dump(other), other.Epoch);
        await Close("other");

        foreach (var length in new[] { file.Length / 2, file.Length - 1 })
        {
            var draft = await Draft("other", replace: true);
            await Assert.ThrowsAsync<InvalidDataException>(() => BackedUp.Restore(file[..length], draft));
        }

        var forgetful = new ForgetfulDraft(await Draft("other", replace: true), "pilot/b");
        var lost = await Assert.ThrowsAsync<IOException>(() => BackedUp.Restore(file, forgetful));

        Assert.Contains("does not hold what was written to it", lost.Message, StringComparison.Ordinal);
        other = await Open("other");
        Assert.Equal((before, epoch), (await BackedUp.Dump(other), other.Epoch));
    }

    [Fact]
    public async Task Every_restore_begins_an_epoch_above_those_before()
    {
        await Fill(await Open("original"));
        var (file, written) = await BackedUp.Write(await Cut("original"));
        var time = new FakeTimeProvider(new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero));

        var first = await BackedUp.Restore(file, await Draft("restored"), time);
        time.Advance(TimeSpan.FromSeconds(1));
        var elsewhere = await BackedUp.Restore(file, await Draft("wiped"), time);
        time.SetUtcNow(new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var late = await BackedUp.Restore(file, await Draft("late"), time);
        var clockGoneBack = await BackedUp.Restore(file, await Draft("late", replace: true), new FakeTimeProvider());

        Assert.True(first.Epoch > written.Epoch, "the file's epoch is known to clients");
        Assert.True(elsewhere.Epoch > first.Epoch, "the same file restored twice makes two histories");
        Assert.Equal(late.Epoch + 1, clockGoneBack.Epoch);
        Assert.Equal(clockGoneBack.Epoch, (await Open("late")).Epoch);
    }

    [Fact]
    public async Task Snapshots_are_not_restored()
    {
        await Fill(await Open("original"));
        var (file, _) = await BackedUp.Write(await Cut("original"));
        var other = (ISnapshotTable)await Open("other");
        Assert.True(await other.WriteSnapshot("pilot/a", null, new("1", [1]), Cancelled));
        await Close("other");

        await BackedUp.Restore(file, await Draft("other", replace: true));

        Assert.Null(await ((ISnapshotTable)await Open("other")).ReadSnapshot("pilot/a", Cancelled));
    }

    internal static async Task Fill(IJournal journal)
    {
        foreach (var pilot in new[] { "a", "b", "z-1" })
        {
            await journal.Append(Appends.First($"pilot/{pilot}").In("DK-0740", "DK-0101", "BE-11002"));
            for (var i = 0; i < 5; i++)
                await journal.AppendNext($"pilot/{pilot}", $$"""{"n":{{i}},"note":"blåbær","x":"{{new string('x', i * 100_000)}}"}""");
        }
        await journal.AppendNext("kpi/CDW-DIV");
        await journal.AppendNext("municipality/DK-0740");
        await journal.Append(Appends.First("actor/ann") with { Person = new("ann", Ann) });
        await journal.Append(Appends.First("actor/bob") with { Person = new("bob", Bob) });
        var gone = Appends.First("actor/gone") with { Person = new("gone", Ann) };
        await journal.Append(gone);
        await journal.Append(Appends.After(gone.Record.Head) with { Person = new("gone", null) });
    }

    private static async Task<string> PilotHeads(IJournal journal, string municipality) => string.Join(
        '\n', (await journal.PilotHeads(MunicipalityId.Parse(municipality), Cancelled))
            .Select(head => $"{head.Stream} {head.Sequence} {Convert.ToHexString(head.Hash)}"));
}
