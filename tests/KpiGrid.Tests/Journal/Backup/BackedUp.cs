using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Backup;
using Xunit;

namespace KpiGrid.Tests.Journal.Backup;

/// <summary>Short ways to back up, to restore, and to see what a store holds.</summary>
internal static class BackedUp
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<(byte[] File, BackupSummary Summary)> Write(IStoreCut cut)
    {
        await using (cut)
        {
            using var file = new MemoryStream();
            var summary = await BackupWriter.Write(cut, file, (_, _, _) => { }, Cancelled);
            return (file.ToArray(), summary);
        }
    }

    public static async Task<BackupSummary> Check(byte[] file)
    {
        using var reader = new BackupReader(new MemoryStream(file), null);
        return await reader.Run((_, _, _) => { }, Cancelled);
    }

    public static async Task<BackupSummary> Restore(byte[] file, IStoreDraft draft, TimeProvider? time = null)
    {
        await using (draft)
            return await Restoring.Run(new MemoryStream(file), draft, time ?? TimeProvider.System, (_, _, _) => { }, Cancelled);
    }

    /// <summary>Everything that a store answers, as one text.</summary>
    public static async Task<string> Dump(IJournal journal)
    {
        var lines = new List<string> { Convert.ToHexString(journal.MemberKey.Span) };
        foreach (var head in await journal.Heads("", Cancelled))
        {
            lines.Add($"{head.Stream} {head.Sequence} {Convert.ToHexString(head.Hash)} {head.RecordedAt:O}");
            foreach (var record in await journal.Chain(head.Stream))
                lines.Add($"  {record.Sequence} {record.RecordedAt:O} {record.Author} {record.Type} {Convert.ToHexString(record.Body)}");
            if (Streams.Pilot(head.Stream) is { } pilot)
                lines.Add($"  in {string.Join(' ', await journal.Municipalities(pilot, Cancelled))}");
            if (Streams.Actor(head.Stream) is { } actor && journal is IPersonTable people)
                lines.Add($"  is {await people.ReadPerson(actor, Cancelled) is { } person}: {Words(await people.ReadPerson(actor, Cancelled))}");
        }
        return string.Join('\n', lines);
    }

    private static string Words(Person? person) => person is null ? "nobody" : $"{person.Name} <{person.Email}>";
}
