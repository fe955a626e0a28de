using System.Collections.Concurrent;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Azure;
using Xunit;

namespace KpiGrid.Tests.Journal.Azure;

/// <summary>Storage that is away for a while, under writers.</summary>
public sealed class AzureOutageTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writers_outlive_a_storage_that_stops_and_starts_again()
    {
        Azurite.Must();
        using var folder = new TempFolder();
        await using var azurite = new Azurite(folder.Path);
        await azurite.Start();
        var store = new AzureStore(azurite);
        var journals = Enumerable.Range(0, 2).Select(_ => store.Open()).ToArray();
        await Write(journals, 20, () => { });

        await azurite.Stop();
        var during = await Task.WhenAll(journals.Select((own, i) => own.Append(Appends.First($"pilot/new-{i}"))));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journals[0].Head("pilot/0", Cancelled));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journals[0].Heads("", Cancelled));
        await azurite.Start();
        await Write(journals, 40, () => { });

        Assert.All(during, outcome => Assert.Equal([AppendOutcome.Unknown], outcome));
        Assert.Equal(40, (await journals[0].Chain("pilot/0")).Count);
        Assert.Equal(40, (await journals[1].Heads("", Cancelled)).Single(head => head.Stream == "pilot/1").Sequence);
    }

    [Fact]
    public async Task What_is_acknowledged_over_a_freeze_is_there_and_nothing_twice()
    {
        Azurite.Must();
        await using var azurite = new Azurite(null);
        await azurite.Start();
        var store = new AzureStore(azurite);
        store.Options.RequestTimeout = TimeSpan.FromSeconds(2);
        var journals = Enumerable.Range(0, 3).Select(_ => store.Open()).ToArray();
        var trouble = new TaskCompletionSource();
        var writing = Write(journals, 60, () => trouble.TrySetResult());

        using (azurite.Frozen()) await trouble.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancelled);

        var acknowledged = await writing;
        foreach (var stream in acknowledged.GroupBy(record => record.Stream))
        {
            var chain = await journals[0].Chain(stream.Key);
            Assert.Equal(60, chain.Count);
            Assert.Superset(stream.Select(record => Convert.ToHexString(record.Hash)).ToHashSet(),
                chain.Select(record => Convert.ToHexString(record.Hash)).ToHashSet());
        }
    }

    /// <summary>Each journal writes a stream of its own until it is long enough; what stays unknown is looked up and tried again.</summary>
    private static async Task<IReadOnlyCollection<JournalRecord>> Write(
        AzureJournal[] journals, long length, Action trouble)
    {
        var acknowledged = new ConcurrentBag<JournalRecord>();
        await Task.WhenAll(journals.Select((own, i) => Task.Run(async () =>
        {
            for (var head = await Head(own, i, trouble); head.Sequence < length; head = await Head(own, i, trouble))
            {
                var next = Appends.After(head);
                var outcome = (await own.Append(next))[0];
                if (outcome == AppendOutcome.Committed) acknowledged.Add(next.Record);
                else trouble();
            }
        }, Cancelled)));
        return acknowledged;
    }

    private static async Task<JournalHead> Head(AzureJournal journal, int of, Action trouble)
    {
        var head = default(JournalHead);
        Assert.True(await Cluster.Deadline.Comes(async () =>
        {
            try
            {
                head = await journal.Head($"pilot/{of}", Cancelled);
            }
            catch (JournalUnavailableException)
            {
                trouble();
                return false;
            }
            return true;
        }, TimeSpan.FromMinutes(2)));
        return head!;
    }
}
