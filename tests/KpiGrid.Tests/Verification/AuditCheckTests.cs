using System.Globalization;
using System.Text;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Audit;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Journal;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Verification;

/// <summary>A small store with anchors, tampered with in many ways: every one is found, and nothing else.</summary>
public sealed class AuditCheckTests : IAsyncLifetime
{
    private const int Runs = 1_000;
    private readonly TempFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Good => folder.File("good.db");

    public async ValueTask InitializeAsync()
    {
        await using var journal = SqliteJournal.Open(Good);
        for (var n = 0; n < 12; n++)
        {
            foreach (var stream in (string[])["kpi/A", "pilot/a", "pilot/b", "region/r"])
                await Append(journal, stream, "push", Encoding.UTF8.GetBytes($$"""{"n":{{n}},"in":"{{stream}}"}"""));
            if (n is 5 or 9) await Anchor(journal);
        }
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_untouched_store_has_no_faults()
    {
        var report = await Check(Good);

        Assert.Empty(report.Faults);
        Assert.Equal((5, 50L, 2), (report.Streams, report.Records, report.Anchors));
        Assert.StartsWith("2:", report.LastAnchor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_tamperings_are_found_each_at_its_place()
    {
        var store = folder.File("tampered.db");
        var missed = new List<string>();
        for (var seed = 0; seed < Runs; seed++)
        {
            File.Copy(Good, store, overwrite: true);
            var tampering = Tampering.Of(new(seed));
            Run(store, tampering.Sql);

            var report = await Check(store);

            if (report.IsSound || !report.Faults.Any(tampering.IsNamedBy)) missed.Add($"{seed}: {tampering.Sql}");
            if (report.Faults.Any(fault => !tampering.Touches(fault))) missed.Add($"{seed} names others: {tampering.Sql}");
        }
        Assert.Empty(missed);
    }

    [Fact]
    public async Task A_last_anchor_that_is_cut_is_missed_by_who_noted_it()
    {
        var noted = (await Check(Good)).LastAnchor!.Split(':');
        var anchor = new JournalHead(Streams.Anchors, long.Parse(noted[0], CultureInfo.InvariantCulture),
            Convert.FromHexString(noted[1]), DateTimeOffset.UnixEpoch);
        var store = folder.File("cut.db");
        File.Copy(Good, store);
        Run(store, Tampering.Cut(Streams.Anchors, 1));

        var alone = await Check(store);
        var told = await Check(store, anchor);

        Assert.Empty(alone.Faults);
        Assert.Equal((Streams.Anchors, 2), Place(Assert.Single(told.Faults)));
        Assert.Empty((await Check(Good, anchor)).Faults);
    }

    [Theory]
    [InlineData("update journal set recorded_at = 9223372036854775807 where stream = 'pilot/a' and sequence = 3", 3)]
    [InlineData("update journal set body = cast('x' as text) where stream = 'pilot/a' and sequence = 3", 3)]
    [InlineData("update journal set sequence = 'x' where stream = 'pilot/a' and sequence = 3", 3)]
    [InlineData("update journal set hash = zeroblob(32) where stream = 'pilot/a' and sequence = 3", 3)]
    [InlineData("delete from head where stream = 'pilot/a'", 1)]
    [InlineData("delete from journal where stream = 'pilot/a'", 1)]
    [InlineData("update head set recorded_at = recorded_at + 1 where stream = 'pilot/a'", 12)]
    public async Task What_no_program_writes_is_named_too(string sql, long sequence)
    {
        var store = folder.File("odd.db");
        File.Copy(Good, store);
        Run(store, "pragma ignore_check_constraints = on; " + sql);

        Assert.Contains(("pilot/a", sequence), (await Check(store)).Faults.Select(Place));
    }

    [Fact]
    public async Task A_check_beside_a_server_that_writes_finds_nothing()
    {
        await using var journal = SqliteJournal.Open(Good);
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                await Append(journal, $"pilot/p-{i % 40}", "push", "{}"u8.ToArray());
                if (i % 50 == 0) await Anchor(journal);
            }
        }, Cancelled);

        for (var i = 0; i < 30; i++) Assert.Empty((await Check(Good)).Faults);

        await stop.CancelAsync();
        await writing;
    }

    private static (string, long) Place(ChainFault fault) => (fault.Stream, fault.Sequence);

    private static async Task<AuditReport> Check(string file, JournalHead? noted = null)
    {
        await using var journal = SqliteJournal.OpenForReading(file);
        return await new AuditCheck(journal, noted, TimeProvider.System).Run((_, _, _) => { }, Cancelled);
    }

    private static async Task Anchor(SqliteJournal journal)
    {
        var heads = (await journal.HeadsAfter(0, Cancelled)).Heads.Where(head => head.Stream != Streams.Anchors).ToList();
        await Append(journal, Streams.Anchors, HeadAnchor.Type, HeadAnchor.Of(heads, 1, 0, 1)[0].Body());
    }

    private static async Task Append(SqliteJournal journal, string stream, string type, byte[] body)
    {
        var head = await journal.Head(stream, Cancelled);
        await journal.Append(new Append(JournalRecord.After(head, Appends.Now, "ann/k1", type, body)));
    }

    private static void Run(string store, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }
}
