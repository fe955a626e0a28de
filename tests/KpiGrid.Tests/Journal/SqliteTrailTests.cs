using KpiGrid.Silo.Journal.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KpiGrid.Tests.Journal;

/// <summary>How SQLite answers a question for the trail: never by reading or sorting everything.</summary>
public sealed class SqliteTrailTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task The_trail_of_all_goes_along_the_index_on_time() => Assert.Equal(
        ["SEARCH journal USING INDEX journal_by_time (recorded_at>? AND recorded_at<?)"], await Plan(SqliteTrail.OfAll));

    [Fact]
    public async Task The_trail_of_a_stream_goes_along_its_key() => Assert.Equal(
        ["SEARCH journal USING INDEX sqlite_autoindex_journal_1 (stream=?)"], await Plan(SqliteTrail.OfStream));

    public void Dispose() => folder.Dispose();

    private async Task<List<string>> Plan(string statement)
    {
        await using var journal = SqliteJournal.Open(folder.File("journal.db"));
        await using var connection = new SqliteConnection($"Data Source={folder.File("journal.db")};Pooling=False");
        connection.Open();
        using var plan = connection.Prepare("explain query plan " + statement,
            "$from", "$until", "$at", "$of", "$number", "$actor", "$limit", "$stream")
            .With(0, 1, 1, "", 0, "ann", 10, "pilot/a");
        return [.. plan.Rows(row => row.GetString(3))];
    }
}
