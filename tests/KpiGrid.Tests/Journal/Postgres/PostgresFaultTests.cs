using System.Diagnostics;
using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Processes.Faults;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>A store on a real server that syncs, and what happens to it: stopped, killed, held, full, unsafe.</summary>
[Collection(typeof(FaultsAlone))]
public sealed class PostgresFaultTests(PostgresFaultTests.Durable durable, ITestOutputHelper output)
    : IClassFixture<PostgresFaultTests.Durable>, IAsyncLifetime
{
    private static readonly TimeSpan comesBackWithin = TimeSpan.FromSeconds(30);

    private PostgresDatabase database = null!;
    private PostgresJournal journal = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await durable.NewDatabase();
        journal = PostgresJournal.Open(database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData("fsync")]
    [InlineData("full_page_writes")]
    [InlineData("synchronous_commit")]
    public async Task A_server_that_would_forget_is_refused_with_the_setting_and_the_remedy(string setting)
    {
        await Switch(setting, "off");
        try
        {
            var refused = Assert.Throws<InvalidOperationException>(() => PostgresJournal.Open(database.ConnectionString));
            await PostgresJournal.Open(database.ConnectionString, new() { AcceptLoss = true }).DisposeAsync();

            Assert.Contains($"set {setting} = on", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            await Switch(setting, "on");
        }
        await PostgresJournal.Open(database.ConnectionString).DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_was_away_is_used_again_when_it_is_back()
    {
        await journal.AppendNext("pilot/a");
        await durable.Server.Stop();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => journal.Append(Appends.First("pilot/b")));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.Head("pilot/a", Cancelled));
        await Assert.ThrowsAsync<JournalUnavailableException>(
            () => journal.WriteSnapshot("s", null, new("1", [1]), Cancelled));
        await durable.Server.Run();

        await Comes(async () => await journal.AppendNext("pilot/a") == AppendOutcome.Committed);
        Assert.Equal(2, (await journal.Chain("pilot/a")).Count);
    }

    [Fact]
    public async Task The_API_answers_503_with_Retry_After_while_the_server_is_away_and_serves_again_by_itself()
    {
        using var folder = new TempFolder();
        await using var app = KpiGridHost.Build(new()
        {
            Urls = "http://127.0.0.1:0", Data = folder.Path,
            Journal = silo => silo.AddPostgresJournal(database.ConnectionString),
        });
        await app.StartAsync(Cancelled);
        using var http = KeyedHttp.Client(new(app.Urls.First()), AdminKeyFile.Read(folder.Path));
        Assert.Equal((201, null), await Put("DK-0615"));

        await durable.Server.Stop();
        var away = await Put("DK-0740");
        await durable.Server.Run();

        Assert.Equal(503, away.Status);
        Assert.NotNull(away.RetryAfter);
        await Comes(async () => (await Put("DK-0740")).Status is 200 or 201);
        await app.StopAsync(Cancelled);

        async Task<(int Status, TimeSpan? RetryAfter)> Put(string municipality)
        {
            using var answer = await http.PutAsync(new Uri($"v1/municipalities/{municipality}", UriKind.Relative),
                ApiCluster.Json(ApiCluster.Municipality(municipality)), Cancelled);
            return ((int)answer.StatusCode, answer.Headers.RetryAfter?.Delta);
        }
    }

    [Fact]
    public async Task A_caller_in_another_process_is_told_that_the_store_is_away()
    {
        await using var grid = await Grid.Start(
            1, TimeSpan.FromMilliseconds(100), silo => silo.AddPostgresJournal(database.ConnectionString));
        await grid.NewMunicipality();
        await durable.Server.Stop();
        try
        {
            var away = await Assert.ThrowsAsync<JournalUnavailableException>(grid.NewMunicipality);

            Assert.True(away.RetryAfter > TimeSpan.Zero);
        }
        finally
        {
            await durable.Server.Run();
        }
    }

    [Fact]
    public async Task What_was_acknowledged_outlives_kills_of_the_server()
    {
        const int Streams = 8;
        var kills = LongForm.Number("KPIGRID_POSTGRES_KILLS", 3);
        var acknowledged = new long[Streams];
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var writing = Enumerable.Range(0, Streams).Select(i => Task.Run(() => Write(i), Cancelled)).ToList();
        for (var kill = 0; kill < kills; kill++)
        {
            var before = acknowledged.Sum();
            await Comes(() => Task.FromResult(acknowledged.Sum() > before + 20));
            await durable.Server.Kill();
            await durable.Server.Run();
        }
        await enough.CancelAsync();
        await Task.WhenAll(writing);

        output.WriteLine($"{kills} kills, {acknowledged.Sum()} records acknowledged");
        for (var i = 0; i < Streams; i++)
            Assert.InRange((await journal.Chain($"pilot/p-{i}")).Count, acknowledged[i], acknowledged[i] + 1 + kills);

        async Task Write(int i)
        {
            while (!enough.IsCancellationRequested)
            {
                try
                {
                    var head = await journal.Head($"pilot/p-{i}", CancellationToken.None);
                    if ((await journal.Append([Appends.After(head)], CancellationToken.None))[0] == AppendOutcome.Committed)
                        acknowledged[i] = head.Sequence + 1;
                }
                catch (Exception failure) when (failure is NpgsqlException or JournalUnavailableException)
                {
                    await Task.Delay(50, CancellationToken.None); // it is gone for the moment
                }
            }
        }
    }

    [Fact]
    public async Task A_held_head_costs_its_own_stream_and_no_other_more_than_3_seconds()
    {
        var held = Appends.First("pilot/held");
        await journal.Append(held);
        var group = Enumerable.Range(0, 99).Select(i => Appends.First($"pilot/p-{i}"))
            .Append(Appends.After(held.Record.Head)).ToArray();
        await using var holder = new NpgsqlConnection(database.ConnectionString);
        await holder.OpenAsync(Cancelled);
        await using var transaction = await holder.BeginTransactionAsync(Cancelled);
        holder.Run("select from head where stream = 'pilot/held' for update");

        var began = Stopwatch.GetTimestamp();
        var outcomes = await journal.Append(group);
        var gap = Stopwatch.GetElapsedTime(began);
        await transaction.RollbackAsync(Cancelled);

        output.WriteLine($"99 others acknowledged after {gap.TotalSeconds:N2} s");
        Assert.Equal(AppendOutcome.Held, outcomes[^1]);
        Assert.Equal(99, outcomes.Count(outcome => outcome == AppendOutcome.Committed));
        Assert.InRange(gap, TimeSpan.Zero, TimeSpan.FromSeconds(3));
        Assert.Equal([AppendOutcome.Committed], await journal.Append(group[^1]));
    }

    [Fact]
    public async Task Who_waits_for_a_held_head_is_told_to_come_back()
    {
        await journal.AppendNext("pilot/held");
        var next = Appends.After(await journal.Head("pilot/held", Cancelled));
        using var commit = new GroupCommit(journal, Options.Create(new JournalOptions()), TimeProvider.System);
        await commit.Start();
        await using var holder = new NpgsqlConnection(database.ConnectionString);
        await holder.OpenAsync(Cancelled);
        await using var transaction = await holder.BeginTransactionAsync(Cancelled);
        holder.Run("select from head where stream = 'pilot/held' for update");

        var busy = await Assert.ThrowsAsync<JournalBusyException>(() => commit.Append(next, Cancelled));
        await transaction.RollbackAsync(Cancelled);
        await commit.Append(next, Cancelled);

        Assert.Contains("pilot/held", busy.Message, StringComparison.Ordinal);
        await commit.Drain(Cancelled);
    }

    [Fact]
    public async Task A_server_that_has_become_read_only_is_left_and_asked_again()
    {
        await journal.AppendNext("pilot/a");
        await Switch("default_transaction_read_only", "on");
        try
        {
            await Comes(async () => await Record.ExceptionAsync(() => journal.Append(Appends.First("pilot/b")))
                is PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction });
        }
        finally
        {
            await Switch("default_transaction_read_only", "off");
        }

        await Comes(async () => await journal.AppendNext("pilot/b") == AppendOutcome.Committed);
    }

    [Fact]
    public async Task A_full_disk_stores_nothing_and_works_again_once_there_is_space()
    {
        using var disk = new SmallDisk(4);
        Needed.Must(Needed.Runs("install", "-d", "-o", "postgres", disk.Path + "/data"), "Only root can give a disk away");
        await database.Run($"create tablespace small location '{disk.Path}/data'");
        await database.Run("alter table journal set tablespace small");
        try
        {
            await journal.AppendNext("pilot/a");
            var before = await journal.Head("pilot/a", Cancelled);
            disk.Fill(leave: 0);

            var full = await Assert.ThrowsAsync<JournalFullException>(() => journal.Append(Big(before), Appends.First("pilot/b")));
            Assert.Equivalent(before, await journal.Head("pilot/a", Cancelled));
            Assert.Empty(await journal.Records("pilot/b"));

            disk.Free();
            Assert.Equal([AppendOutcome.Committed], await journal.Append(Big(before)));
            Assert.Equal(2, (await journal.Chain("pilot/a")).Count);
            Assert.True(full.RetryAfter > TimeSpan.Zero);
        }
        finally
        {
            disk.Free();
            await database.Run("alter table journal set tablespace pg_default");
            await database.Run("drop tablespace small");
        }
    }

    [Fact]
    public async Task A_ghost_is_found_when_it_came_first_and_loses_when_it_came_late()
    {
        var rounds = LongForm.Number("KPIGRID_GHOSTS", 50);
        await using var proxy = new StoreProxy(database.Port);
        await using var through = PostgresJournal.Open(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = proxy.Port, KeepAlive = 0 }.ConnectionString);
        for (var round = 0; round < rounds; round++)
        {
            Assert.Equal(AppendOutcome.Committed, await through.AppendNext("pilot/warm")); // over a connection that is open now
            var head = await journal.Head("pilot/a", Cancelled);
            var ghost = proxy.Catch();
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => through.Append(Appends.After(head, $"\"ghost {round}\"")));

            var comesFirst = round % 2 == 0;
            if (comesFirst) await ghost.Arrive();
            var again = await journal.Append(Appends.After(head, $"\"again {round}\""));
            if (!comesFirst) await ghost.Arrive();

            Assert.Equal([comesFirst ? AppendOutcome.FenceLost : AppendOutcome.Committed], again);
        }

        var bodies = (await journal.Chain("pilot/a")).Select(record => System.Text.Encoding.UTF8.GetString(record.Body));
        Assert.Equal(Enumerable.Range(0, rounds).Select(round => $"\"{(round % 2 == 0 ? "ghost" : "again")} {round}\""), bodies);
    }

    private static Append Big(JournalHead head)
    {
        // What does not compress takes its space.
        var noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        return Appends.After(head, $"\"{Convert.ToBase64String(noise)}\"");
    }

    private static async Task Comes(Func<Task<bool>> condition) => Assert.True(await Deadline.Comes(async () =>
    {
        try
        {
            return await condition();
        }
        catch (Exception failure) when (failure is NpgsqlException or JournalUnavailableException)
        {
            return false;
        }
    }, comesBackWithin));

    /// <summary>Changes a setting of the whole server, and waits until it holds.</summary>
    private async Task Switch(string setting, string value)
    {
        await durable.Server.Query($"alter system set {setting} = {value}");
        await durable.Server.Query("select pg_reload_conf()");
        await Deadline.Comes(async () =>
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
            await connection.OpenAsync(Cancelled);
            return connection.Scalar<string>($"select current_setting('{setting}')") == value;
        }, comesBackWithin);
    }

    /// <summary>A server of these tests' own, with every safeguard on.</summary>
    public sealed class Durable : IAsyncLifetime
    {
        private int last;

        internal PostgresProcess Server { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Server = await PostgresProcess.Start();

        public async ValueTask DisposeAsync()
        {
            if (Server is not null) await Server.DisposeAsync();
        }

        internal async Task<PostgresDatabase> NewDatabase()
        {
            var name = $"fault_{Interlocked.Increment(ref last)}";
            await Server.Query($"create database {name}");
            return new(Server, name);
        }
    }
}
