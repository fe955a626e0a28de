using System.Text;
using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using KpiGrid.Tests.Journal;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Verification;

/// <summary>Reading the journal and checking its chains.</summary>
public sealed class JournalModelTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task An_untouched_journal_has_no_faults()
    {
        var model = await Written("select 1");

        Assert.Empty(model.Faults);
        Assert.Equal((2, 4L), (model.Streams, model.Records));
    }

    [Theory]
    [InlineData("update journal set body = cast(replace(cast(body as text), '\"n\":2', '\"n\":7') as blob) where sequence = 2 and stream = 'kpi/A'", 2)]
    [InlineData("update journal set author = 'other' where sequence = 1 and stream = 'kpi/A'", 1)]
    [InlineData("delete from journal where sequence = 2 and stream = 'kpi/A'", 2)]
    [InlineData("delete from journal where sequence = 3 and stream = 'kpi/A'", 3)]
    [InlineData("update head set hash = zeroblob(32) where stream = 'kpi/A'", 3)]
    public async Task Tampering_is_named_by_stream_and_sequence(string tampering, long sequence)
    {
        var model = await Written(tampering);

        var fault = Assert.Single(model.Faults);
        Assert.Equal(("kpi/A", sequence), (fault.Stream, fault.Sequence));
    }

    public void Dispose() => folder.Dispose();

    private async Task<JournalModel> Written(string tampering)
    {
        var file = Path.Combine(folder.Path, "journal.db");
        await using (var journal = SqliteJournal.Open(file))
        {
            for (var n = 1; n <= 3; n++) await Append(journal, "kpi/A", n);
            await Append(journal, "kpi/B", 1);
        }
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            connection.Run(tampering);
        }
        await using var tampered = SqliteJournal.OpenForReading(file);
        var model = new JournalModel(tampered);
        await model.ReadOn(null, TestContext.Current.CancellationToken);
        return model;
    }

    private static async Task Append(SqliteJournal journal, string stream, int n)
    {
        var head = await journal.Head(stream, TestContext.Current.CancellationToken);
        var body = $$"""{"facts":{"kind":"flow","unit":"t","n":{{n}}},"reason":"test"}""";
        var record = JournalRecord.After(head, DateTimeOffset.UnixEpoch.AddDays(n), "test", "facts", Encoding.UTF8.GetBytes(body));
        await journal.Append([new(record)], TestContext.Current.CancellationToken);
    }
}
