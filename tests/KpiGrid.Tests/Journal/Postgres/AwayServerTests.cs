using KpiGrid.Host;
using KpiGrid.Host.Http;
using KpiGrid.Host.Keys;
using KpiGrid.Silo.Journal;
using KpiGrid.Silo.Journal.Postgres;
using KpiGrid.Tests.Api.Hosting;
using KpiGrid.Tests.Cluster;
using KpiGrid.Tests.Processes.Faults;
using Npgsql;
using Xunit;

namespace KpiGrid.Tests.Journal.Postgres;

/// <summary>A server that is stopped, killed or has become read-only, and comes back.</summary>
[Collection(typeof(PostgresFaultsAlone))]
public sealed class AwayServerTests(DurablePostgres durable, ITestOutputHelper output) : PostgresFaults(durable)
{
    [Fact]
    public async Task A_server_that_was_away_is_used_again_when_it_is_back()
    {
        await Journal.AppendNext("pilot/a");
        await Server.Stop();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Journal.Append(Appends.First("pilot/b")));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => Journal.Head("pilot/a", Cancelled));
        await Assert.ThrowsAsync<JournalUnavailableException>(
            () => Journal.WriteSnapshot("s", null, new("1", [1]), Cancelled));
        await Server.Run();

        await Comes(async () => await Journal.AppendNext("pilot/a") == AppendOutcome.Committed);
        Assert.Equal(2, (await Journal.Chain("pilot/a")).Count);
    }

    [Fact]
    public async Task The_API_answers_503_with_Retry_After_while_the_server_is_away_and_serves_again_by_itself()
    {
        using var folder = new TempFolder();
        await using var app = KpiGridHost.Build(new()
        {
            Urls = "http://127.0.0.1:0", Data = folder.Path,
            Journal = silo => silo.AddPostgresJournal(Database.ConnectionString),
        });
        await app.StartAsync(Cancelled);
        using var http = KeyedHttp.Client(new(app.Urls.First()), AdminKeyFile.Read(folder.Path));
        Assert.Equal((201, null), await Put("DK-0615"));

        await Server.Stop();
        var away = await Put("DK-0740");
        await Server.Run();

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
            1, TimeSpan.FromMilliseconds(100), silo => silo.AddPostgresJournal(Database.ConnectionString));
        await grid.NewMunicipality();
        await Server.Stop();
        try
        {
            var away = await Assert.ThrowsAsync<JournalUnavailableException>(grid.NewMunicipality);

            Assert.True(away.RetryAfter > TimeSpan.Zero);
        }
        finally
        {
            await Server.Run();
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
            await Server.Kill();
            await Server.Run();
        }
        await enough.CancelAsync();
        await Task.WhenAll(writing);

        output.WriteLine($"{kills} kills, {acknowledged.Sum()} records acknowledged");
        for (var i = 0; i < Streams; i++)
            Assert.InRange((await Journal.Chain($"pilot/p-{i}")).Count, acknowledged[i], acknowledged[i] + 1 + kills);

        async Task Write(int i)
        {
            while (!enough.IsCancellationRequested)
            {
                try
                {
                    var head = await Journal.Head($"pilot/p-{i}", CancellationToken.None);
                    if ((await Journal.Append([Appends.After(head)], CancellationToken.None))[0] == AppendOutcome.Committed)
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
    public async Task A_server_that_has_become_read_only_is_left_and_asked_again()
    {
        await Journal.AppendNext("pilot/a");
        await Switch("default_transaction_read_only", "on");
        try
        {
            await Comes(async () => await Record.ExceptionAsync(() => Journal.Append(Appends.First("pilot/b")))
                is PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction });
        }
        finally
        {
            await Switch("default_transaction_read_only", "off");
        }

        await Comes(async () => await Journal.AppendNext("pilot/b") == AppendOutcome.Committed);
    }
}
