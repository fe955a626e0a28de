using Npgsql;
using static KpiGrid.Silo.Journal.Postgres.PostgresText;

namespace KpiGrid.Silo.Journal.Postgres;

/// <summary>The trail in SQL: of one stream by its key, of all streams by the index on their time.</summary>
internal static class PostgresTrail
{
    private const string Asked =
        "recorded_at >= $3 and recorded_at <= $4 and (recorded_at, stream, sequence) < ($5, $6, $7) " +
        "and ($8::text is null or starts_with(author, $8 || '/'))";

    /// <summary>The statement of one stream, in which time and sequence have one order.</summary>
    public static readonly string OfStream = PostgresPage.Of($"journal where {Asked} and stream = $9", "sequence desc");

    /// <summary>The places first, which the index tells by itself, whoever wrote what lies between; then the records.</summary>
    public static readonly string OfAll = PostgresPage.Of(
        $"(select stream, sequence from journal where {Asked} " +
        "order by recorded_at desc, stream desc, sequence desc limit $1) place join journal using (stream, sequence)",
        "recorded_at desc, stream desc, sequence desc");

    public static async Task<TrailRecords> Of(
        NpgsqlDataSource source, TrailQuestion question, CancellationToken cancellationToken)
    {
        var after = question.After ?? new(DateTimeOffset.MaxValue, "", 0);
        var values = new List<object?>
        {
            question.Limit + 1, (long)TrailRecords.BodyBytesMax,
            FirstMicro(question.From ?? DateTimeOffset.UnixEpoch),
            Math.Min(FirstMicro(question.To ?? DateTimeOffset.MaxValue) - 1, Micros(after.RecordedAt)),
            Micros(after.RecordedAt), after.Stream, after.Sequence, question.Actor,
        };
        if (question.Stream is { } stream) values.Add(stream);
        var statement = question.Stream is null ? OfAll : OfStream;
        return TrailRecords.Page(
            await source.Rows(statement, [.. values], Record, cancellationToken), question.Limit);
    }

    /// <summary>The first whole microsecond that is not before an instant.</summary>
    private static long FirstMicro(DateTimeOffset instant) =>
        Micros(instant) + (instant.UtcTicks % TimeSpan.TicksPerMicrosecond > 0 ? 1 : 0);
}
