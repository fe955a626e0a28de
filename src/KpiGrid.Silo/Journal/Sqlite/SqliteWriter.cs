using Microsoft.Data.Sqlite;
using static KpiGrid.Silo.Journal.Sqlite.SqliteText;
using static SQLitePCL.raw;

namespace KpiGrid.Silo.Journal.Sqlite;

/// <summary>The one connection that writes, with its statements prepared. Not safe for concurrent use.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin, commit, nextMark, savepoint, release, undo, first, move, put, edge;
    private readonly SqlitePeople people;
    private readonly SqliteCommand addSnapshot, replaceSnapshot, clearSnapshot, findSnapshot;

    public SqliteWriter(SqliteConnection connection)
    {
        this.connection = connection;
        people = new(connection);
        begin = connection.Prepare("begin immediate");
        commit = connection.Prepare("commit");
        nextMark = connection.Prepare("select coalesce(max(mark), 0) + 1 from head");
        savepoint = connection.Prepare("savepoint one");
        release = connection.Prepare("release one");
        undo = connection.Prepare("rollback to one");
        first = connection.Prepare(
            "insert into head (stream, sequence, hash, recorded_at, mark) values ($s, 1, $h, $t, $m) " +
            "on conflict do nothing",
            "$s", "$h", "$t", "$m");
        move = connection.Prepare(
            "update head set sequence = sequence + 1, hash = $h, recorded_at = $t, mark = $m " +
            "where stream = $s and sequence = $expected", "$s", "$h", "$t", "$m", "$expected");
        put = SqliteRecord.Insert(connection);
        edge = connection.Prepare(
            "insert into edge (pilot, municipality) values ($p, $m) on conflict do nothing", "$p", "$m");
        addSnapshot = connection.Prepare(
            "insert into snapshot (name, etag, body) values ($n, $e, $b) on conflict do nothing", "$n", "$e", "$b");
        replaceSnapshot = connection.Prepare(
            "update snapshot set etag = $e, body = $b where name = $n and etag = $old", "$n", "$e", "$b", "$old");
        clearSnapshot = connection.Prepare("delete from snapshot where name = $n and etag = $old", "$n", "$old");
        findSnapshot = connection.Prepare("select count(*) from snapshot where name = $n", "$n");
    }

    /// <summary>Commits a group in one transaction; an exception means that nothing of it may be relied on.</summary>
    public IReadOnlyList<AppendOutcome> Append(IReadOnlyList<Append> group)
    {
        begin.ExecuteNonQuery();
        var mark = (long)nextMark.ExecuteScalar()!;
        var outcomes = new AppendOutcome[group.Count];
        for (var i = 0; i < outcomes.Length; i++) outcomes[i] = AppendOne(group[i], mark);
        commit.ExecuteNonQuery();
        people.EmptyLog();
        return outcomes;
    }

    public bool EmptyLog() => people.EmptyLog();

    public bool WriteSnapshot(string name, string? expectedEtag, Snapshot snapshot) =>
        (expectedEtag is null
            ? addSnapshot.With(name, snapshot.Etag, snapshot.Body)
            : replaceSnapshot.With(name, snapshot.Etag, snapshot.Body, expectedEtag)).ExecuteNonQuery() == 1;

    public bool ClearSnapshot(string name, string? expectedEtag) => expectedEtag is null
        ? (long)findSnapshot.With(name).ExecuteScalar()! == 0
        : clearSnapshot.With(name, expectedEtag).ExecuteNonQuery() == 1;

    public void Dispose() => connection.Dispose();

    private AppendOutcome AppendOne(Append append, long mark)
    {
        savepoint.ExecuteNonQuery();
        var outcome = Try(append, mark);
        if (outcome == AppendOutcome.Refused) undo.ExecuteNonQuery();
        release.ExecuteNonQuery();
        return outcome;
    }

    private AppendOutcome Try(Append append, long mark)
    {
        try
        {
            if (!MoveHead(append.Record, mark)) return AppendOutcome.FenceLost;
            Put(append.Record);
            if (append.Person is { } row) people.Write(row);
            if (Streams.Pilot(append.Record.Stream) is not { } pilot) return AppendOutcome.Committed;
            foreach (var municipality in append.Municipalities)
                edge.With(pilot.Value, municipality.Value).ExecuteNonQuery();
            return AppendOutcome.Committed;
        }
        catch (SqliteException failure) when (failure.IsRefusal())
        {
            return AppendOutcome.Refused;
        }
    }

    private bool MoveHead(JournalRecord record, long mark)
    {
        var at = Micros(record.RecordedAt);
        var command = record.Sequence == 1
            ? first.With(record.Stream, record.Hash, at, mark)
            : move.With(record.Stream, record.Hash, at, mark, record.Sequence - 1);
        return command.ExecuteNonQuery() == 1;
    }

    private void Put(JournalRecord record)
    {
        try
        {
            put.With(record).ExecuteNonQuery();
        }
        catch (SqliteException failure) when (failure.SqliteExtendedErrorCode == SQLITE_CONSTRAINT_PRIMARYKEY)
        {
            // The head row has already decided; a record beyond the head is no conflict but a damaged journal.
            throw new InvalidDataException(
                $"{record.Stream} holds a record {record.Sequence} beyond its head {record.Sequence - 1}", failure);
        }
    }
}
