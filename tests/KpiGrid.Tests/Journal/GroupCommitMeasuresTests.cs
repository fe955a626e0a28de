using System.Diagnostics.Metrics;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.Extensions.Options;
using Xunit;

namespace KpiGrid.Tests.Journal;

public sealed class GroupCommitMeasuresTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_appends_at_once_take_far_fewer_commits()
    {
        using var folder = new TempFolder();
        await using var journal = SqliteJournal.Open(folder.File("journal.db"));
        using var commit = new GroupCommit(journal, Options.Create(new JournalOptions()), TimeProvider.System);
        using var measures = new Measures(commit.Meter);
        await commit.Start();

        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i =>
            Task.Run(() => commit.Append(Appends.First($"pilot/p-{i}"), Cancelled), Cancelled)));
        await commit.Drain(Cancelled);

        Assert.Equal(1_000, (await journal.Heads(Streams.Pilots, Cancelled)).Count);
        Assert.Equal(1_000, measures.Of("kpigrid.journal.records"));
        Assert.InRange(measures.Of("kpigrid.journal.groups"), 1, 200);
        Assert.Equal(0, measures.Of("kpigrid.journal.queue"));
    }

    private sealed class Measures : IDisposable
    {
        private readonly Dictionary<string, long> sums = [];
        private readonly MeterListener listener = new();

        public Measures(Meter meter)
        {
            listener.InstrumentPublished = (instrument, to) =>
            {
                if (instrument.Meter == meter) to.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Add(instrument.Name, value));
            listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => Add(instrument.Name, value));
            listener.Start();
        }

        public long Of(string name)
        {
            listener.RecordObservableInstruments();
            return sums[name];
        }

        public void Dispose() => listener.Dispose();

        private void Add(string name, long value)
        {
            lock (sums) sums[name] = sums.GetValueOrDefault(name) + value;
        }
    }
}
