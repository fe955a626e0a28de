using KpiGrid.Api.Hosting;
using Microsoft.AspNetCore.TestHost;
using Orleans.Runtime;
using Orleans.Storage;
using Xunit;

namespace KpiGrid.Tests.Api.Hosting;

public sealed class ClusterErrorsTests
{
    private const string Body = """{"id":"a","kpi":"CDW-DIV","period":"2026-11","value":1}""";

    public static TheoryData<string, int, string, string> Failures => new()
    {
        { "timeout", 503, "cluster-unavailable", "2" },
        { "silo", 503, "cluster-unavailable", "2" },
        { "stale", 503, "cluster-unavailable", "2" },
        { "cancelled", 503, "cluster-unavailable", "2" },
        { "down", 503, "storage-unavailable", "3" },
        { "busy", 503, "storage-busy", "1" },
        { "full", 507, "storage-full", "30" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Trouble_of_the_cluster_is_said_with_a_time_to_retry(
        string kind, int status, string code, string after)
    {
        var pilot = new PilotDouble(_ => throw Failure(kind));
        var answer = await Post(pilot);
        Assert.Equal((status, code), answer.First);
        Assert.Equal(after, answer.Headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task A_refused_record_is_the_senders_problem() =>
        Assert.Equal(422, (await Post(new(_ => throw new RecordRefusedException("It holds NUL")))).Status);

    [Fact]
    public async Task A_bug_says_nothing_about_itself()
    {
        var answer = await Post(new(_ => throw new InvalidOperationException("secret")));
        Assert.Equal((500, "internal-error"), answer.First);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_met_another_writer_is_made_once_more()
    {
        var pilot = new PilotDouble(call => call == 1 ? throw Failure("stale") : new PushAnswer());
        Assert.Equal(200, (await Post(pilot)).Status);
        Assert.Equal(2, pilot.Calls);
    }

    [Fact]
    public async Task Other_trouble_is_not_tried_again_here()
    {
        var pilot = new PilotDouble(_ => throw Failure("timeout"));
        await Post(pilot);
        Assert.Equal(1, pilot.Calls);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(-1)]
    public async Task A_bad_limit_stops_the_start(int bytes)
    {
        await using var app = ApiCluster.App(
            new PilotDouble(_ => new()), TimeProvider.System, options => options.BodyBytesMax = bytes);
        await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync(TestContext.Current.CancellationToken));
    }

    private static Exception Failure(string kind) => kind switch
    {
        "timeout" => new TimeoutException("30 s"),
        "silo" => new SiloUnavailableException("gone"),
        "stale" => new InconsistentStateException("another wrote"),
        "cancelled" => new TaskCanceledException("an activation took too long"),
        "down" => new JournalUnavailableException("down", TimeSpan.FromSeconds(2.5)),
        "busy" => new JournalBusyException("busy", TimeSpan.FromMilliseconds(100)),
        _ => new JournalFullException("full", TimeSpan.FromSeconds(30)),
    };

    private static async Task<ApiAnswer> Post(PilotDouble pilot)
    {
        await using var app = ApiCluster.App(pilot, TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return await ApiCluster.Send(app.GetTestClient().With(await AdminKeys.New(app)), new(HttpMethod.Post, "/v1/pilots/any/measurements")
        {
            Content = ApiCluster.Json(Body),
        });
    }
}
