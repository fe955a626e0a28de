using Microsoft.Data.Sqlite;
using static KpiGrid.Silo.Journal.Sqlite.SqliteText;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>The trail in SQL: records newest first, by the index on their time.</summary>
internal static class SqliteTrail
{
    public static IReadOnlyList<JournalRecord> Of(SqliteConnection connection, TrailQuestion question)
    {
        var after = question.After ?? new(DateTimeOffset.MaxValue, "", 0);
        using var command = connection.Prepare(
            "select stream, sequence, recorded_at, author, type, body, hash from journal " +
            "where recorded_at >= $from and recorded_at < $to " +
            "and (recorded_at, stream, sequence) < ($at, $stream, $sequence) " +
            "and ($only is null or stream = $only) and ($actor is null or substr(author, 1, length($actor) + 1) = $actor || '/') " +
            "order by recorded_at desc, stream desc, sequence desc limit $limit",
            "$from", "$to", "$at", "$stream", "$sequence", "$only", "$actor", "$limit").With(
            Micros(question.From ?? DateTimeOffset.UnixEpoch), Micros(question.To ?? DateTimeOffset.MaxValue),
            Micros(after.RecordedAt), after.Stream, after.Sequence,
            (object?)question.Stream ?? DBNull.Value, (object?)question.Actor ?? DBNull.Value, question.Limit);
        return [.. command.Rows(row => new JournalRecord(
            row.GetString(0), row.GetInt64(1), Instant(row.GetInt64(2)), row.GetString(3), row.GetString(4),
            row.GetFieldValue<byte[]>(5), row.GetFieldValue<byte[]>(6)))];
    }
}
