using Microsoft.Data.Sqlite;
using static KpiGrid.Silo.Journal.Sqlite.SqliteText;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>The trail in SQL: of one stream by its key, of all streams by the index on their time.</summary>
internal static class SqliteTrail
{
    private const string Asked =
        "select stream, sequence, recorded_at, author, type, body, hash from journal " +
        "where recorded_at >= $from and recorded_at <= $until and (recorded_at, stream, sequence) < ($at, $of, $number) " +
        "and ($actor is null or substr(author, 1, length($actor) + 1) = $actor || '/') ";

    /// <summary>The statement of one stream, in which time and sequence have one order.</summary>
    public const string OfStream = Asked + "and stream = $stream order by sequence desc limit $limit";

    public const string OfAll = Asked + "order by recorded_at desc, stream desc, sequence desc limit $limit";

    public static TrailRecords Of(SqliteConnection connection, TrailQuestion question)
    {
        var after = question.After ?? new(DateTimeOffset.MaxValue, "", 0);
        using var command = connection.Prepare(question.Stream is null ? OfAll : OfStream,
            "$from", "$until", "$at", "$of", "$number", "$actor", "$limit").With(
            FirstMicro(question.From ?? DateTimeOffset.UnixEpoch),
            Math.Min(FirstMicro(question.To ?? DateTimeOffset.MaxValue) - 1, Micros(after.RecordedAt)),
            Micros(after.RecordedAt), after.Stream, after.Sequence, (object?)question.Actor ?? DBNull.Value,
            question.Limit + 1);
        if (question.Stream is { } stream) command.Parameters.AddWithValue("$stream", stream);
        return TrailRecords.Page(command.Rows(SqliteQueries.Record), question.Limit);
    }

    /// <summary>The first whole microsecond that is not before an instant.</summary>
    private static long FirstMicro(DateTimeOffset instant) =>
        Micros(instant) + (instant.UtcTicks % TimeSpan.TicksPerMicrosecond > 0 ? 1 : 0);
}
