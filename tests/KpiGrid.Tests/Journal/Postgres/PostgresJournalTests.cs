using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Tests.Cluster;
using Npgsql;
using Xunit;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>What this store alone has to do right: its schema, its rights, its connections, its damage.</summary>
public sealed class PostgresJournalTests : IAsyncLifetime
{
    private PostgresDatabase database = null!;
    private PostgresJournal journal = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await PostgresRun.NewStore();
        journal = PostgresJournal.Open(database.ConnectionString, PostgresRun.Options);
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Silos_that_start_at_once_make_one_schema_and_one_member_key()
    {
        await using var empty = await PostgresRun.NewDatabase();

        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => PostgresJournal.Open(empty.ConnectionString, PostgresRun.Options), Cancelled)));

        Assert.Single(opened.Select(each => Convert.ToHexString(each.MemberKey.Span)).Distinct());
        Assert.Equal("1,2,3,4", await Scalar<string>(
            "select string_agg(number::text, ',' order by number) from step", empty.ConnectionString));
        foreach (var each in opened) await each.DisposeAsync();
    }

    [Fact]
    public async Task A_pause_between_two_steps_does_not_end_the_making_of_a_store()
    {
        await using var empty = await PostgresRun.NewDatabase();

        await PostgresJournal.Open(
            empty.ConnectionString + ";Options=-c idle_in_transaction_session_timeout=1", PostgresRun.Options).DisposeAsync();

        Assert.Equal(4, await Scalar<long>("select count(*) from step", empty.ConnectionString));
    }

    [Fact]
    public async Task A_store_of_a_newer_program_is_refused_in_words()
    {
        await database.Run("insert into step (number, name) values (999, '999-later.sql')");

        var refused = Assert.Throws<InvalidDataException>(
            () => PostgresJournal.Open(database.ConnectionString, PostgresRun.Options));

        Assert.Contains("newer kpigrid", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_nobody_reaches_is_an_error_in_words()
    {
        var failed = Assert.Throws<IOException>(() => PostgresJournal.Open("Host=127.0.0.1;Port=1;Username=kpigrid"));

        Assert.Contains("cannot be opened", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lock_timeout", "1s", "1s")]
    [InlineData("idle_in_transaction_session_timeout", "2s", "2s")]
    [InlineData("statement_timeout", "8s", "1min")]
    public async Task Every_connection_has_limits_at_the_server(string setting, string writing, string reading)
    {
        await using var connections = new PostgresConnections(database.ConnectionString, PostgresRun.Options);

        Assert.Equal([writing], await Setting(connections.Writing));
        Assert.Equal([reading], await Setting(connections.Reading));

        Task<List<string>> Setting(NpgsqlDataSource source) =>
            source.Rows($"show {setting}", [], row => row.GetString(0), Cancelled);
    }

    [Theory]
    [InlineData("update journal set author = 'other'")]
    [InlineData("delete from journal")]
    [InlineData("truncate journal")]
    [InlineData("delete from edge")]
    [InlineData("delete from head")]
    public async Task History_is_only_ever_added_to(string change)
    {
        await journal.Append(Appends.First("pilot/a").In("DK-0740"));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.Run(change));

        Assert.Contains("only ever added to", refused.MessageText, StringComparison.Ordinal);
        Assert.Single(await journal.Chain("pilot/a"));
    }

    [Fact]
    public async Task A_role_that_may_not_change_a_record_can_serve()
    {
        const string Role = "kpigrid_serving";
        var rights = await File.ReadAllTextAsync(
            Path.Combine(SharedData.Repository(), "infra", "postgres", "serving-role.sql"), Cancelled);
        await database.Run($"do $$ begin create role {Role} login; exception when duplicate_object then null; end $$");
        await database.Run(rights.Replace(":\"role\"", Role, StringComparison.Ordinal));
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = Role }.ConnectionString;

        await using var serving = PostgresJournal.Open(connection, PostgresRun.Options);
        var ann = Appends.First("actor/ann") with { Person = new("ann", new() { Name = "Ann Example" }) };
        Assert.Equal([AppendOutcome.Committed, AppendOutcome.Committed],
            await serving.Append(Appends.First("pilot/a").In("DK-0740"), ann));
        await serving.Append(Appends.After(ann.Record.Head) with { Person = new("ann", null) });
        Assert.True(await serving.EmptyLog(Cancelled));
        Assert.True(await serving.WriteSnapshot("s", null, new("1", [1]), Cancelled));
        Assert.True(await serving.ClearSnapshot("s", "1", Cancelled));
        Assert.Equal(2, (await serving.HeadsAfter(0, Cancelled)).Heads.Count);
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(
            () => Scalar<int>("delete from journal returning 1", connection))).SqlState);
    }

    [Fact]
    public async Task A_record_beyond_the_head_is_damage_and_no_conflict_and_harms_no_other_stream()
    {
        var lost = Appends.First("pilot/a");
        await journal.Append(lost);
        await database.Run(
            "alter table head disable trigger user; delete from head where stream = 'pilot/a'");

        Assert.Equal([AppendOutcome.Committed, AppendOutcome.Damaged], await journal.Append(Appends.First("pilot/b"), lost));

        var found = await Assert.ThrowsAsync<JournalDamagedException>(() => journal.Records("pilot/a"));
        Assert.Contains("pilot/a holds a record 1 beyond its head 0", found.Message, StringComparison.Ordinal);
        Assert.Single(await journal.Chain("pilot/b"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_missing_record_is_named_and_nothing_after_it_is_served(int missing)
    {
        for (var i = 0; i < 3; i++) await journal.AppendNext("pilot/a");
        await database.Run("alter table journal disable trigger user; " +
            $"delete from journal where stream = 'pilot/a' and sequence = {missing}");

        var found = await Assert.ThrowsAsync<JournalDamagedException>(() => journal.Records("pilot/a"));

        Assert.Contains($"pilot/a has no record {missing}", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_no_record_has_is_told_as_it_lies_there()
    {
        await journal.AppendNext("pilot/a");
        await database.Run("alter table journal disable trigger user; update journal set recorded_at = 9223372036854775807");
        var stored = new List<JournalRecord>();

        await foreach (var record in journal.Stored("", Cancelled)) stored.Add(record);

        Assert.Equal(("pilot/a", 1, 0), (stored[0].Stream, stored[0].Sequence, stored[0].Hash.Length));
    }

    [Fact]
    public async Task A_lost_setting_is_named_when_the_store_is_opened()
    {
        await database.Run("delete from setting where name = 'member-key'");

        var lost = Assert.Throws<JournalDamagedException>(
            () => PostgresJournal.Open(database.ConnectionString, PostgresRun.Options));

        Assert.Contains("'member-key'", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_behind_the_mark_tells_all_heads()
    {
        await journal.AppendNext("pilot/a");

        var told = await journal.HeadsAfter(long.MaxValue, Cancelled);

        Assert.Single(told.Heads);
        Assert.InRange(told.Mark, 1, long.MaxValue - 1);
    }

    [Fact]
    public async Task A_commit_that_was_open_when_others_were_told_is_told_later()
    {
        await using var open = new NpgsqlConnection(database.ConnectionString);
        await open.OpenAsync(Cancelled);
        await using var transaction = await open.BeginTransactionAsync(Cancelled);
        open.Run("insert into head select 'pilot/late', 1, '\\x00', 1, pg_current_xact_id()");
        await journal.AppendNext("pilot/early");

        var before = await journal.HeadsAfter(0, Cancelled);
        await transaction.CommitAsync(Cancelled);
        var after = await journal.HeadsAfter(before.Mark, Cancelled);

        Assert.Equal(["pilot/early"], before.Heads.Select(head => head.Stream));
        Assert.Contains("pilot/late", after.Heads.Select(head => head.Stream));
    }

    [Fact]
    public async Task An_erased_name_is_neither_in_the_table_nor_in_its_file_nor_in_its_statistics()
    {
        const string Written = "select position('Ann Example'::bytea in pg_read_binary_file(pg_relation_filepath('person'))) > 0";
        var put = Appends.First("actor/ann") with { Person = new("ann", new() { Name = "Ann Example" }) };
        await journal.Append(put);
        await database.Run("analyze");
        await database.Run("checkpoint");
        Assert.True(await Scalar<bool>(Written));
        Assert.Equal(0, await Scalar<long>("select count(*) from pg_stats where tablename = 'person' and attname = 'name'"));

        await journal.Append(Appends.After(put.Record.Head) with { Person = new("ann", null) });
        await Deadline.Equal(true, () => journal.EmptyLog(Cancelled), "nobody, not even a statistics run, sees the row any more");

        Assert.Equal(0, await Scalar<long>("select count(*) from person"));
        await database.Run("checkpoint");
        Assert.False(await Scalar<bool>(Written));
    }

    [Fact]
    public async Task A_name_that_somebody_still_sees_is_not_said_to_be_gone()
    {
        var put = Appends.First("actor/ann") with { Person = new("ann", new() { Name = "Ann Example" }) };
        await journal.Append(put);
        await using var other = new NpgsqlConnection(database.ConnectionString);
        await other.OpenAsync(Cancelled);
        other.Run("begin isolation level repeatable read; select 1");

        await journal.Append(Appends.After(put.Record.Head) with { Person = new("ann", null) });
        Assert.False(await journal.EmptyLog(Cancelled));

        other.Run("commit");
        Assert.True(await journal.EmptyLog(Cancelled));
    }

    [Fact]
    public async Task The_trail_of_one_actor_passes_over_the_others_within_the_index()
    {
        var plan = await Plan(PostgresTrail.OfAll);

        Assert.Contains("Index Only Scan Backward using journal_by_time", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_of_a_stream_goes_along_its_key()
    {
        var plan = await Plan(PostgresTrail.OfStream);

        Assert.Contains("Index Scan Backward using journal_pkey", plan, StringComparison.Ordinal);
    }

    /// <summary>How the server answers when tables are large enough for an index to be worth it.</summary>
    private async Task<string> Plan(string statement)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Cancelled);
        connection.Run("set enable_seqscan = off; set enable_bitmapscan = off; set enable_sort = off");
        var (type, value) = statement == PostgresTrail.OfAll ? ("", "") : (", text", ", 'pilot/a'");
        connection.Run($"prepare trail (int, bigint, bigint, bigint, bigint, text, bigint, text{type}) as {statement}");
        await using var explain = new NpgsqlCommand(
            $"explain execute trail (11, 1000, 0, 9, 9, '', 0, 'ann'{value})", connection);
        await using var row = await explain.ExecuteReaderAsync(Cancelled);
        var lines = new List<string>();
        while (await row.ReadAsync(Cancelled)) lines.Add(row.GetString(0));
        return string.Join('\n', lines);
    }

    private async Task<T> Scalar<T>(string sql, string? connectionString = null)
    {
        await using var connection = new NpgsqlConnection(connectionString ?? database.ConnectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Cancelled))!;
    }
}
