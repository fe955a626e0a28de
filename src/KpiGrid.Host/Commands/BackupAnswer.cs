using System.Globalization;
using KpiGrid.Silo.Journal.Backup;

namespace KpiGrid.Host.Commands;

/// <summary>Says what a backup holds.</summary>
internal static class BackupAnswer
{
    public static void Show(Screen screen, string done, string path, BackupSummary summary)
    {
        var file = new FileInfo(path);
        if (screen.IsJson)
            screen.Answer(new
            {
                file = file.FullName, bytes = file.Length, summary.Streams, summary.Records, summary.Epoch, summary.Content,
            });
        screen.Say(string.Create(CultureInfo.InvariantCulture,
            $"{done} {file.FullName} ({file.Length:N0} bytes): {summary.Records:N0} records of {summary.Streams:N0} streams, epoch {summary.Epoch}."));
        screen.Say($"Content {summary.Content}; two stores that say the same hold the same.");
    }
}
