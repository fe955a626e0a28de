using System.Globalization;
using System.Text;
using KpiGrid.Silo.Journal;
using Xunit;

namespace KpiGrid.Tests.Cluster;

/// <summary>Another writer: appends valid records behind the grains' backs.</summary>
internal static class Rival
{
    public static async Task Pushes(IJournal journal, string pilot, string id, decimal value)
    {
        var head = await journal.Head($"pilot/{pilot}", CancellationToken.None);
        var record = JournalRecord.After(head, head.RecordedAt, "rival", "push", Body(id, value));
        Assert.Equal([AppendOutcome.Committed], await journal.Append([new(record)], CancellationToken.None));
    }

    /// <summary>How often a measurement id stands in a pilot's records.</summary>
    public static async Task<int> Count(IJournal journal, string pilot, string id)
    {
        var count = 0;
        await foreach (var record in journal.Read($"pilot/{pilot}", 0, CancellationToken.None))
            count += Encoding.UTF8.GetString(record.Body).Split($"\"id\":\"{id}\"").Length - 1;
        return count;
    }

    private static byte[] Body(string id, decimal value)
    {
        var amount = value.ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($$$"""
            {"kpis":{"CDW-GEN":{"definition":1,"series":1,"kind":"flow","unit":"t"}},"measurements":[
            {"first":"2026-01-01","last":"2026-03-31","a":{{{amount}}},"id":"{{{id}}}","kpi":"CDW-GEN","period":"2026-Q1",
            "value":{{{amount}}},"unit":"t"}]}
            """);
    }
}
