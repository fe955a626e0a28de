using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace KpiGrid.Tests.Processes.Faults;

/// <summary>Another process that holds the journal's file for writing, so that nothing can be committed.</summary>
internal sealed class HeldJournalFile : IDisposable
{
    private readonly SqliteConnection connection;

    public HeldJournalFile(string folder)
    {
        connection = new($"Data Source={DataFolder.JournalFileIn(folder)};Pooling=False");
        connection.Open();
        connection.Run("begin immediate");
    }

    public void Dispose() => connection.Dispose();
}
