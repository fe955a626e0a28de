using System.Text;
using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Journal;

/// <summary>Short ways to write and read a journal in tests.</summary>
internal static class Appends
{
    public static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);

    public static Append After(JournalHead head, string body = "{}", string author = "actor-1", string type = "push") =>
        new(JournalRecord.After(head, Now, author, type, Encoding.UTF8.GetBytes(body)));

    public static Append First(string stream, string body = "{}", string author = "actor-1") =>
        After(JournalHead.Empty(stream), body, author);

    public static Append In(this Append append, params string[] municipalities) =>
        append with { Municipalities = [.. municipalities.Select(MunicipalityId.Parse)] };

    /// <summary>Appends one record after the stream's head of this moment.</summary>
    public static async Task<AppendOutcome> AppendNext(this IJournal journal, string stream, string body = "{}")
    {
        var cancelled = TestContext.Current.CancellationToken;
        var head = await journal.Head(stream, cancelled);
        return (await journal.Append([After(head, body)], cancelled))[0];
    }

    public static Task<IReadOnlyList<AppendOutcome>> Append(this IJournal journal, params Append[] group) =>
        journal.Append(group, TestContext.Current.CancellationToken);

    public static async Task<List<JournalRecord>> Records(this IJournal journal, string stream, long after = 0)
    {
        var records = new List<JournalRecord>();
        await foreach (var record in journal.Read(stream, after, TestContext.Current.CancellationToken))
            records.Add(record);
        return records;
    }

    /// <summary>The stream's records, once each has been found to follow the one before.</summary>
    public static async Task<List<JournalRecord>> Chain(this IJournal journal, string stream)
    {
        var records = await journal.Records(stream);
        var head = JournalHead.Empty(stream);
        foreach (var record in records)
        {
            Assert.True(record.Follows(head), $"record {record.Sequence} of {stream} does not follow {head.Sequence}");
            head = record.Head;
        }
        return records;
    }
}
