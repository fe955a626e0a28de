using System.Text;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Host.Samples;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Journal;
using Xunit;

namespace KpiGrid.Tests.Verification;

/// <summary>The program with the sample networks, verified against its journal.</summary>
public sealed class VerifierTests : IDisposable
{
    private static readonly TimeSpan[] Settling = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(50), 200)];
    private readonly TempFolder folder = new();

    [Fact]
    public async Task The_sample_networks_differ_in_nothing_and_a_planted_difference_is_named()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var time = new SteppedTime();
        await using var app = KpiGridHost.Build(new() { Urls = "http://127.0.0.1:0", Data = folder.Path, Time = time });
        await app.StartAsync(cancelled);
        using var client = KeyedHttp.Client(new(app.Urls.First()), AdminKeyFile.Read(folder.Path));
        var server = new PatientHttp(client, TimeProvider.System, new());
        await new SampleLoader(server, time).Load((_, _, _) => { }, cancelled);
        await using var journal = SqliteJournal.OpenForReading(folder.File("journal.db"));

        var sound = await new Verifier(journal, server, TimeProvider.System, NodeCheck.Pauses).Run((_, _, _) => { }, cancelled);
        var planted = await Planted(journal, "pilot/herning-center", "\"a\":10,", "\"a\":11,");
        var found = await new Verifier(planted, server, TimeProvider.System, Settling).Run((_, _, _) => { }, cancelled);

        Assert.Empty(sound.Faults);
        Assert.Empty(sound.Differences);
        Assert.InRange(sound.Questions, 100, 100_000);
        Assert.Contains(new("municipalities/DK-0657", "CDW-DIV", "2026-03", "recycled", "value", "11", "10"), found.Differences);
        Assert.Contains(new("regions/ncc", "CDW-DIV", "2026-03", null, "value", "143", "142"), found.Differences);
        Assert.All(found.Differences, difference => Assert.Equal("CDW-DIV", difference.Kpi));
        await app.StopAsync(cancelled);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The same journal with another content in one stream, its chain made anew.</summary>
    private static async Task<MemoryJournal> Planted(SqliteJournal journal, string stream, string was, string becomes)
    {
        var copy = new MemoryJournal();
        foreach (var head in await journal.Heads("", TestContext.Current.CancellationToken))
        {
            foreach (var record in await journal.Records(head.Stream))
            {
                var body = Encoding.UTF8.GetString(record.Body);
                if (record.Stream == stream) body = body.Replace(was, becomes, StringComparison.Ordinal);
                var last = await copy.Head(record.Stream, TestContext.Current.CancellationToken);
                await copy.Append(new Append(JournalRecord.After(
                    last, record.RecordedAt, record.Author, record.Type, Encoding.UTF8.GetBytes(body))));
            }
        }
        return copy;
    }
}
