using KpiGrid.Host.Verification;
using KpiGrid.Silo.Journal;

namespace KpiGrid.Tests.Verification;

/// <summary>One way in which somebody with the file in hand rewrites history.</summary>
/// <param name="Sql">What they do.</param>
/// <param name="Streams">The streams that may be named for it.</param>
/// <param name="First">The first record that may be named.</param>
/// <param name="Last">The last record that must be, one of from the first to this.</param>
internal sealed record Tampering(string Sql, string[] Streams, long First, long Last)
{
    /// <summary>Records in each stream but the anchors', and how many of them the last anchor knows.</summary>
    private const int Records = 12, Anchored = 10;

    private static readonly string[] streams = ["kpi/A", "pilot/a", "pilot/b", "region/r"];

    public static Tampering Of(Random random)
    {
        var anchors = random.Next(10) == 0;
        var stream = anchors ? KpiGrid.Silo.Journal.Streams.Anchors : streams[random.Next(streams.Length)];
        var at = random.Next(1, (anchors ? 2 : Records) + 1);
        // The newest anchor alone can be cut unseen, which a test of its own shows.
        return random.Next(anchors ? 8 : 11) switch
        {
            0 => Change(stream, at, $"author = 'eve/k{random.Next(100)}'"),
            1 => Change(stream, at, "type = type || 'x'"),
            2 => Change(stream, at, Flip("body", random.Next(8), random.Next(1, 256))),
            3 => Change(stream, at, $"recorded_at = recorded_at {(random.Next(2) == 0 ? '+' : '-')} {random.Next(1, 1_000)}"),
            4 => Change(stream, at, Flip("hash", random.Next(32), random.Next(1, 256))),
            5 => Swap(stream, at, anchors ? 3 - at : 1 + (at + random.Next(Records - 1)) % Records),
            6 => anchors ? Renamed(stream) : Deleted(stream, random.Next(1, Records + 1)),
            7 => new($"update head set {Head(random)} where stream = '{stream}'", [stream], 1, Records + 1),
            8 => new(Cut(stream, random.Next(1, Anchored)), [stream], 1, Anchored),
            9 => Renamed(stream),
            _ => new(Cut(stream, 0), [stream], 1, 1),
        };
    }

    /// <summary>Removes what comes after some records, and makes the head that of the last one left.</summary>
    public static string Cut(string stream, int left) => $"""
        delete from journal where stream = '{stream}' and sequence > {left};
        delete from head where stream = '{stream}' and not exists (select 1 from journal where stream = '{stream}');
        update head set (sequence, hash, recorded_at) = (select sequence, hash, recorded_at from journal
          where stream = '{stream}' order by sequence desc limit 1) where stream = '{stream}'
        """;

    public bool IsNamedBy(ChainFault fault) => Touches(fault) && fault.Sequence >= First && fault.Sequence <= Last;

    public bool Touches(ChainFault fault) => Streams.Contains(fault.Stream);

    private static Tampering Change(string stream, int at, string set) =>
        new($"update journal set {set} where stream = '{stream}' and sequence = {at}", [stream], at, at);

    private static Tampering Swap(string stream, int one, int other) => new($"""
        update journal set sequence = 1000 where stream = '{stream}' and sequence = {one};
        update journal set sequence = {one} where stream = '{stream}' and sequence = {other};
        update journal set sequence = {other} where stream = '{stream}' and sequence = 1000
        """, [stream], Math.Min(one, other), Math.Min(one, other));

    private static Tampering Deleted(string stream, int at) =>
        new($"delete from journal where stream = '{stream}' and sequence = {at}", [stream], at, at);

    private static Tampering Renamed(string stream) => new($"""
        update journal set stream = 'pilot/z' where stream = '{stream}';
        update head set stream = 'pilot/z' where stream = '{stream}'
        """, [stream, "pilot/z"], 1, 1);

    /// <summary>Another value in one byte; the first bytes of a body and a hash are always there.</summary>
    private static string Flip(string column, int at, int value) =>
        $"{column} = cast(substr({column}, 1, {at}) || iif(hex(substr({column}, {at + 1}, 1)) = '{value:X2}', x'00', "
        + $"x'{value:X2}') || substr({column}, {at + 2}) as blob)";

    private static string Head(Random random) => random.Next(4) switch
    {
        0 => "hash = randomblob(32)",
        1 => "sequence = sequence + 1",
        2 => "sequence = sequence - 1",
        _ => "recorded_at = recorded_at + 7",
    };
}
